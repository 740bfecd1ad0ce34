package org.flowproof.proof.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The sources of the classes that a proof runs through, packed beside them by the build. Their hash
 * is the version of the rules: nobody has to remember to count one up.
 */
final class KernelSources {
  private static final String FOLDER = "META-INF/flowproof-sources/";
  private static final String KNOWN = "org/flowproof/proof/kernel/Prover.java";

  private KernelSources() {}

  /**
   * The sources by their path, such as {@code org/flowproof/proof/Claim.java}, without comments and
   * layout. A source whose class is not there is left out: it is a remainder of an earlier build.
   */
  static Map<String, String> all() {
    ClassLoader loader = KernelSources.class.getClassLoader();
    URL url = loader.getResource(FOLDER + KNOWN);
    if (url == null) {
      throw new IllegalStateException("the build did not pack the sources of the kernel");
    }
    try {
      URI uri = url.toURI();
      if (!uri.getScheme().equals("jar")) {
        return read(loader, Path.of(uri));
      }
      String jar = uri.getSchemeSpecificPart().replaceFirst("!/.*$", "");
      try (FileSystem archive = FileSystems.newFileSystem(Path.of(URI.create(jar)))) {
        return read(loader, archive.getPath("/" + FOLDER + KNOWN));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> read(ClassLoader loader, Path known) throws IOException {
    Path root = known;
    for (int i = 0; i < KNOWN.split("/", -1).length; i++) {
      root = root.getParent();
    }
    Map<String, String> sources = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        String name = root.relativize(file).toString().replace('\\', '/');
        if (loader.getResource(name.replaceFirst("java$", "class")) != null) {
          sources.put(name, JavaTokens.of(Files.readString(file)));
        }
      }
    }
    return sources;
  }
}
