require_relative "lib/ledger/version"

Gem::Specification.new do |spec|
  spec.name = "ledger"
  spec.version = Ledger::VERSION
  spec.licenses = ["MIT", "Apache-2.0"]
  spec.extensions = ["ext/ledger/extconf.rb"]
  spec.files = Dir["lib/**/*.rb"]

  spec.add_dependency "money", "~> 6.16"
  spec.add_runtime_dependency("zeitwerk", ">= 2.6", "< 3")
  spec.add_dependency(%q<rack>.freeze, [">= 2.2", "< 4"])
  spec.add_dependency "activesupport", Ledger::RAILS
  spec.add_development_dependency 'rake'
  # spec.add_dependency "gone"
end
