pluginManagement {
    repositories {
        gradlePluginPortal()
        maven(url = "https://plugins.example.org")
    }
    plugins {
        id("com.example.convention") version "1.0.+"
    }
}
rootProject.name = "shop"
include(":core")
dependencyResolutionManagement {
    versionCatalogs {
        create("tools") {
            version("checker", "3.42.0")
            library("checker", "org.checkerframework", "checker-qual").versionRef("checker")
            library("gson", "com.google.code.gson:gson:2.10.1")
            library("moshi", "com.squareup.moshi", "moshi").version("1.15.0")
            plugin("ksp", "com.google.devtools.ksp").version("1.9.22-1.0.17")
            from("com.example:catalogue:1.0")
        }
    }
}
