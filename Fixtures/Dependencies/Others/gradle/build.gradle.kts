plugins {
    `java-library`
    kotlin("jvm") version "1.9.22"
    id("com.diffplug.spotless").version("6.25.0")
    alias(libs.plugins.shadow)
}

val ktor = "2.3.7"
val coroutines by extra("1.7.3")
extra["serialization"] = "1.6.2"

repositories {
    mavenCentral()
    google()
    maven("https://packages.example.org/maven")
    maven { url = uri("https://jitpack.io") }
}

dependencies {
    implementation(kotlin("stdlib"))
    implementation("io.ktor:ktor-server-core:$ktor")
    implementation("org.jetbrains.kotlinx:kotlinx-coroutines-core:$coroutines") {
        exclude(group = "org.jetbrains", module = "annotations")
    }
    api(group = "org.apache.commons", name = "commons-lang3", version = "3.14.0")
    implementation(platform("org.jetbrains.kotlin:kotlin-bom:1.9.22"))
    implementation(project(":core"))
    implementation(npm("left-pad", "1.3.0"))
    "integrationImplementation"("org.testcontainers:junit-jupiter:1.19.3")
    add("runtimeOnly", "ch.qos.logback:logback-classic:1.4.14")
    testImplementation(kotlin("test", "1.9.22"))
    implementation("""com.example:raw:1.0""")
}
