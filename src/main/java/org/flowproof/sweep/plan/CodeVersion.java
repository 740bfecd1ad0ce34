package org.flowproof.sweep.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Names the code that results of sweeps come from: the compiled classes of problems, flows and
 * checks. Nobody has to remember to count a version up, and results of different code never stand
 * in one table.
 */
public final class CodeVersion {
  private static final List<String> PACKAGES = List.of("check", "flow", "problem");
  private static final String KNOWN = "org/flowproof/problem/Problem.class";
  private static final int SHOWN = 12;

  private CodeVersion() {}

  /** The first 12 hexadecimal digits of the SHA-256 of all classes, in order of their names. */
  public static String current() {
    ClassLoader loader = CodeVersion.class.getClassLoader();
    URL url = loader.getResource(KNOWN);
    if (url == null) {
      throw new IllegalStateException("no " + KNOWN);
    }
    try {
      URI uri = url.toURI();
      if (!uri.getScheme().equals("jar")) {
        return hash(root(Path.of(uri)));
      }
      String jar = uri.getSchemeSpecificPart().replaceFirst("!/.*$", "");
      try (FileSystem archive = FileSystems.newFileSystem(Path.of(URI.create(jar)))) {
        return hash(root(archive.getPath("/" + KNOWN)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The directory {@code org/flowproof}. */
  private static Path root(Path known) {
    return known.getParent().getParent();
  }

  private static String hash(Path root) throws IOException {
    MessageDigest digest = PointIdentity.digest();
    for (String name : PACKAGES) {
      try (Stream<Path> files = Files.walk(root.resolve(name))) {
        List<String> classes =
            files
                .map(file -> root.relativize(file).toString().replace('\\', '/'))
                .filter(file -> file.endsWith(".class"))
                .sorted()
                .toList();
        for (String file : classes) {
          PointIdentity.add(digest, file);
          PointIdentity.add(digest, Files.readAllBytes(root.resolve(file)));
        }
      }
    }
    return HexFormat.of().formatHex(digest.digest()).substring(0, SHOWN);
  }
}
