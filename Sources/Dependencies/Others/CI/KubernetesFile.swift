// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import Documents
package import Gate

/// Manifests of Kubernetes and `kustomization.yaml`: images of containers.
///
/// YAML files have no ending that says Kubernetes, so they are known by their folder (`k8s`, `manifests`, …) or their
/// name (`deployment.yaml`), and by `apiVersion` and `kind` inside. Templates of Helm are none.
///
/// Source: kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1,
/// kubectl.docs.kubernetes.io/references/kustomize/kustomization/images.
package struct KubernetesFile: ManifestFormat {
    package let ecosystem = Ecosystem.oci

    package init() {}

    private static let folders: Set<String> = [
        "k8s", "kubernetes", "kube", "manifests", "deploy", "deployment", "deployments", "overlays", "kustomize",
        "base", "bases",
        "argocd", "flux", "clusters", "openshift", "knative",
    ]
    private static let kinds = [
        "deployment", "statefulset", "daemonset", "cronjob", "job", "pod", "replicaset", "kustomization", "k8s",
        "kubernetes",
    ]

    package func isManifest(_ path: Path) -> Bool {
        let name = path.loweredName
        guard name.hasSuffix(".yml") || name.hasSuffix(".yaml") else { return false }
        let folders = path.loweredFolders
        if folders.contains("templates") || folders.contains("charts") { return false }
        let stem = name.prefix { $0 != "." }
        return folders.contains(where: KubernetesFile.folders.contains)
            || KubernetesFile.kinds.contains { stem == $0 || stem.hasPrefix($0 + "-") || stem.hasSuffix("-" + $0) }
    }

    package func read(_ bytes: [UInt8], path: Path) throws -> Manifest {
        var manifest = Manifest()
        let isKustomization = path.loweredName.hasPrefix("kustomization.")
        guard
            isKustomization
                || bytes.split(separator: UInt8(ascii: "\n")).contains(where: { $0.starts(with: "apiVersion".utf8) })
        else { return manifest }
        for document in try YAMLDocuments.read(bytes) {
            if isKustomization || document["kind"]?.text == "Kustomization" {
                kustomization(document, &manifest)
            } else if document["apiVersion"] != nil, document["kind"] != nil {
                walk(document, &manifest)
            }
        }
        return manifest
    }

    private static let lists: Set<String> = ["containers", "initContainers", "ephemeralContainers"]

    private func walk(_ value: Document, _ manifest: inout Manifest) {
        for item in value.items { walk(item, &manifest) }
        for (key, inner) in value.entries {
            if KubernetesFile.lists.contains(key) {
                for container in inner.items {
                    guard let image = container["image"], let reference = image.text.flatMap({ ImageReference($0) })
                    else { continue }
                    manifest.dependencies.append(reference.dependency(scope: key, line: image.line).unlocked)
                }
            } else {
                walk(inner, &manifest)
            }
        }
    }

    /// `images` puts another name, tag or digest in the place of what the resources say.
    private func kustomization(_ root: Document, _ manifest: inout Manifest) {
        for image in root["images"]?.items ?? [] {
            guard let name = image["newName"]?.text ?? image["name"]?.text else { continue }
            let tag = image["newTag"]?.text.map { ":" + $0 } ?? ""
            let digest = image["digest"]?.text.map { "@" + $0 } ?? ""
            guard let reference = ImageReference(name + tag + digest) else { continue }
            manifest.dependencies.append(reference.dependency(scope: "images", line: image.line).unlocked)
        }
        for resource in (root["resources"]?.items ?? []) + (root["bases"]?.items ?? []) {
            guard let address = resource.text.flatMap({ WebAddress($0) }) else { continue }
            let ref = resource.text?.split(separator: "ref=").dropFirst().first.map { String($0.prefix { $0 != "&" }) }
            manifest.dependencies.append(
                Dependency(
                    .generic, address.name, requirement: ref ?? "", bound: ref.map { .gitRef($0) } ?? address.bound,
                    source: .url(address.shown), scope: "resources", isLocked: false, line: resource.line))
        }
    }
}
