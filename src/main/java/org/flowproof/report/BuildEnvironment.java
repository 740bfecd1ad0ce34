package org.flowproof.report;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The machine, the Java platform and the libraries that a result was computed with. */
final class BuildEnvironment {
  private static final Pattern JAR = Pattern.compile("(.+?)-(\\d[\\w.\\-]*)\\.jar");

  private BuildEnvironment() {}

  /** Version of Flowproof, or "development" when it does not run from its jar. */
  static String toolVersion() {
    String version = AppendixWriter.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  /** Java platform, operating system, architecture and processors. */
  static Map<String, Object> machine() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("javaVersion", System.getProperty("java.runtime.version"));
    map.put("javaVendor", System.getProperty("java.vendor"));
    map.put("javaVirtualMachine", System.getProperty("java.vm.name"));
    map.put("os", System.getProperty("os.name"));
    map.put("osVersion", System.getProperty("os.version"));
    map.put("arch", System.getProperty("os.arch"));
    map.put("processors", Runtime.getRuntime().availableProcessors());
    return map;
  }

  /** Every jar on the class path: name, version from its file name, SHA-256. */
  static List<Map<String, Object>> dependencies() throws IOException {
    Map<String, Path> jars = new TreeMap<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (entry.endsWith(".jar")) {
        collect(Path.of(entry), jars);
      }
    }
    List<Map<String, Object>> list = new ArrayList<>();
    for (Map.Entry<String, Path> jar : jars.entrySet()) {
      Matcher matcher = JAR.matcher(jar.getKey());
      boolean versioned = matcher.matches();
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("name", versioned ? matcher.group(1) : jar.getKey());
      map.put("version", versioned ? matcher.group(2) : null);
      map.put("sha256", Hashes.sha256(jar.getValue()));
      list.add(map);
    }
    return list;
  }

  /** A jar and those that its manifest puts on the class path. */
  private static void collect(Path jar, Map<String, Path> jars) throws IOException {
    if (!Files.isRegularFile(jar) || jars.containsValue(jar)) {
      return;
    }
    jars.put(jar.getFileName().toString(), jar);
    try (JarFile file = new JarFile(jar.toFile())) {
      Manifest manifest = file.getManifest();
      String more =
          manifest == null
              ? null
              : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      if (more != null) {
        for (String part : more.trim().split("\\s+")) {
          URI uri = jar.toUri().resolve(part);
          if (uri.getPath() != null && uri.getPath().endsWith(".jar")) {
            collect(Path.of(uri), jars);
          }
        }
      }
    }
  }
}
