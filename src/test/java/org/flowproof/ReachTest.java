package org.flowproof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which sources reach outside the process, and by what. A new one has to be written down here. */
class ReachTest {
  private static final Path SOURCES = Path.of("src/main/java");

  /** Names of addresses, which connect to nothing by themselves, are fine. */
  private static final Pattern NETWORK =
      Pattern.compile(
          "java[.]net[.](?!URI\\b|URISyntaxException\\b|URL;)|javax[.]net|java[.]rmi|SocketChannel"
              + "|[.]openStream\\(|[.]openConnection\\(");

  private static final Pattern PROGRAMS =
      Pattern.compile("ProcessBuilder|Runtime[.]getRuntime\\(\\)[.]exec|java[.]awt[.]Desktop");

  /** Objects, classes and scripts made from bytes or text. */
  private static final Pattern CODE =
      Pattern.compile(
          "ObjectInputStream|XMLDecoder|ScriptEngine|defineClass|URLClassLoader|Class[.]forName"
              + "|javax[.]tools|engine[.]parse\\(|ExprParser|ToExpression\\[");

  private static Set<String> using(Pattern pattern) throws IOException {
    Set<String> using = new TreeSet<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        if (pattern.matcher(Files.readString(file)).find()) {
          using.add(file.getFileName().toString());
        }
      }
    }
    return using;
  }

  /** The one class there is puts handlers in place that refuse. */
  @Test
  void nothingConnects() throws IOException {
    assertEquals(Set.of("Containment.java"), using(NETWORK));
  }

  @Test
  void threeClassesStartPrograms() throws IOException {
    assertEquals(
        new TreeSet<>(List.of("GitCommit.java", "SymjaProcess.java", "TexEngine.java")),
        using(PROGRAMS));
  }

  @Test
  void nothingIsMadeFromBytesOrText() throws IOException {
    assertEquals(Set.of(), using(CODE));
  }
}
