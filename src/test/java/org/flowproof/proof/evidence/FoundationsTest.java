package org.flowproof.proof.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The version of the rules is that of the sources that were compiled. */
class FoundationsTest {
  private static final Path MAIN = Path.of("src/main/java");

  @Test
  void theSourcesOfEveryKernelClassAreThereAndCurrent() throws IOException {
    Set<String> expected = new TreeSet<>();
    for (String folder : new String[] {"kernel", "exact", "smt", "symja"}) {
      expected.addAll(sources(MAIN.resolve("org/flowproof/proof/" + folder)));
    }
    expected.addAll(sources(MAIN.resolve("org/flowproof/formula")));
    var packed = KernelSources.all();
    Set<String> missing = new TreeSet<>(expected);
    missing.removeAll(packed.keySet());
    assertEquals(Set.of(), missing);
    for (String name : packed.keySet()) {
      assertEquals(JavaTokens.of(Files.readString(MAIN.resolve(name))), packed.get(name), name);
    }
    assertTrue(packed.containsKey("org/flowproof/proof/Claim.java"));
  }

  private static Set<String> sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(f -> f.toString().endsWith(".java"))
          .filter(f -> !f.endsWith("package-info.java"))
          .map(f -> MAIN.relativize(f).toString().replace('\\', '/'))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  @Test
  void theAlgebraSystemIsTheOneOfTheBuild() throws IOException {
    Matcher version =
        Pattern.compile("<symja.version>(.*)</symja.version>")
            .matcher(Files.readString(Path.of("pom.xml")));
    assertTrue(version.find());
    assertEquals("Symja " + version.group(1), Foundations.current().algebra());
    assertTrue(Foundations.current().solver().matches("Z3 4[.0-9]+"));
  }

  @Test
  void foundationsAreTheSameEveryTime() {
    assertEquals(Foundations.current(), Foundations.current());
    assertEquals(4, Set.copyOf(Foundations.current().parts().values()).size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "a // remark | a",
        "a /* remark */ b | a b",
        "a    +   b | a + b",
        "s = \"// no remark\" ; | s = \"// no remark\" ;",
        "s = \"a   b\" | s = \"a   b\"",
        "s = \"\\\" // x\"; // y | s = \"\\\" // x\";",
        "c = '\"' ; // y | c = '\"' ;",
        "c = '\\'' ; // y | c = '\\'' ;",
        "s = \"\"\" /* \" \"\"\" ; /* y */ | s = \"\"\" /* \" \"\"\" ;",
        "/* open | ~~"
      })
  void remarksAndLayoutDoNotCount(String source, String tokens) {
    assertEquals(tokens, JavaTokens.of(source));
  }

  @Test
  void everythingElseCounts() {
    assertNotEquals(JavaTokens.of("a < b"), JavaTokens.of("a <= b"));
    assertNotEquals(JavaTokens.of("\"a b\""), JavaTokens.of("\"a  b\""));
    assertNotEquals(JavaTokens.of("return x;"), JavaTokens.of("return -x;"));
  }
}
