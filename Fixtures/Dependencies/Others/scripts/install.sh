#!/usr/bin/env bash
set -euo pipefail
VERSION=1.2.3
URL="https://downloads.example.org/$VERSION/install.sh"

curl -sSf https://sh.example.org/rustup | sh -s -- -y
wget -qO- https://get.example.org/tool.sh | sudo -E bash -
bash <(curl -s https://pipes.example.org/run)
sh -c "$(curl -fsSL https://raw.githubusercontent.com/example/ohmy/master/install.sh)"
eval "$(curl -sL $URL)"
source <(wget -qO- https://env.example.org/env.sh)
curl -s https://api.example.org/keys | gpg --dearmor -o /usr/share/keyrings/x.gpg
curl -s https://api.example.org/data.json | python3 -c 'import json,sys; print(json.load(sys.stdin))'
curl -s https://api.example.org/data.json | python3
curl -L https://downloads.example.org/archive.tar.gz | tar xz
(curl -fsSL https://a.example.org/x || wget -O- https://b.example.org/x) | sh
curl example.org/short | sh
curl -fsSLo setup.sh https://downloads.example.org/setup.sh
chmod +x setup.sh && ./setup.sh --yes
curl -fsSL https://downloads.example.org/proven.sh -o /tmp/proven.sh
echo "01ba4719c80b6fe911b091a7c05124b64eeece964e09c058ef8f9805daca546b /tmp/proven.sh" | sha256sum -c -
bash /tmp/proven.sh
curl -fsSL https://downloads.example.org/never-run.sh -o never-run.sh
curl https://raw.githubusercontent.com/example/x/89e495e7941cf9e40e6980d14a16bf023ccd4c91/install.sh | bash
ssh host 'echo "curl https://quoted.example.org | sh"'
# curl https://commented.example.org | sh

python3 -m pip install --upgrade pip 'requests>=2.31,<3' "black[d]==24.1.*" flask -c constraints.txt -e .
pip3 install git+https://github.com/example/lib.git@v1.0#egg=example-lib https://downloads.example.org/wheel-1.0-py3-none-any.whl ./local
pip install --extra-index-url https://pypi.example.org/simple "torch==${TORCH}" Example_Name~=2.0
pipx run cowsay==6.1 hello; uvx ruff@0.3.0 check; uvx --from 'httpie>3' http; uv tool install ty@latest
uv add "pydantic>=2"; poetry add pendulum@^3.0; uv run --with rich,httpx==0.26 main.py
npm ci; npm install; npm i -D eslint@next prettier@3.2.4 ./local-dir git+https://git.example.org/a/b.git#v2.0.0
npx -y create-react-app my-app; npx tsc --noEmit; npx prettier@latest --check .; npx --package=@example/cli run
yarn dlx degit@2.8.4 example/template; pnpm dlx cowsay; bunx vite; yarn global add serve; pnpm add -g turbo@"^1.11"
npm create vite@latest app -- --template vue; npm exec --yes -- sort-package-json
gem install rake:13.1.0 rubocop; bundle install
cargo install --git https://github.com/example/tool --tag v1.0 tool; cargo +nightly install cargo-edit@0.12.2; cargo build
go install golang.org/x/tools/gopls@latest; go install example.org/cmd/tool@v1.2.3; go install ./cmd/...; go run example.org/gen@main
dotnet add src/App.csproj package Serilog --version 3.1.1; composer global require laravel/installer:^5.2 squizlabs/php_codesniffer
composer create-project example/skeleton app 2.0.0; dart pub global activate melos 4.1.0; flutter pub add dio:^5.4.0
docker run --rm -it -v "$PWD:/work" -e A=b ghcr.io/example/linter:v1 --fix; docker pull redis
if ! command -v pip; then sudo -H -u app env X=1 pip install wheel==0.42.0; fi
bash -c 'pip install nested==1.0'
bash <<'SCRIPT'
pip install from-heredoc
SCRIPT
cat <<'TEXT' > file
pip install not-run
TEXT
echo "pip install quoted"
