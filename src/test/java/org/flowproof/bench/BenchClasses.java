package org.flowproof.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The Java part of the bench, compiled for a test against the classes of this build. The JMH
 * benchmarks are left out: their library is no dependency of the project.
 */
final class BenchClasses implements AutoCloseable {
  static final Path SOURCES = Path.of("bench/java/src/main/java");

  private final URLClassLoader loader;

  private BenchClasses(URLClassLoader loader) {
    this.loader = loader;
  }

  /** Compiles into an empty directory; warnings are errors. */
  static BenchClasses compile(Path directory) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(problems, Locale.ROOT, StandardCharsets.UTF_8)) {
      List<String> options =
          List.of(
              "-Xlint:all,-processing,-serial,-path,-classfile",
              "-proc:none",
              "-classpath",
              System.getProperty("java.class.path"),
              "-d",
              directory.toString());
      compiler
          .getTask(
              null, files, problems, options, null, files.getJavaFileObjectsFromPaths(sources()))
          .call();
    }
    assertEquals(List.of(), problems.getDiagnostics());
    URL[] urls = {directory.toUri().toURL()};
    return new BenchClasses(new URLClassLoader(urls, BenchClasses.class.getClassLoader()));
  }

  /** All sources but the JMH benchmarks. */
  static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.toString().endsWith("Benchmark.java"))
          .sorted()
          .toList();
    }
  }

  /** What the page of a directory of results says, with a file of reasons. */
  String page(Path results, Path reasons) throws ReflectiveOperationException {
    return (String)
        writer().getMethod("page", Path.class, Path.class).invoke(null, results, reasons);
  }

  /** The table of ratios of a directory of results, as CSV. */
  String ratios(Path results) throws ReflectiveOperationException {
    return (String) writer().getMethod("ratios", Path.class).invoke(null, results);
  }

  private Class<?> writer() throws ClassNotFoundException {
    return loader.loadClass("org.flowproof.bench.page.WriteResults");
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }
}
