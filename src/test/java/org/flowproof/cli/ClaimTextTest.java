package org.flowproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flowproof.formula.TextPrinter;
import org.flowproof.formula.Width;
import org.flowproof.proof.Claim;
import org.flowproof.proof.ClaimCatalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Claims read as lemmas with proofs. */
class ClaimTextTest {
  private static final ClaimCatalogue CATALOGUE =
      ClaimCatalogue.load(CommandLineRun.PROJECT.resolve("proofs"));

  static Stream<Claim> claims() {
    return CATALOGUE.claims().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ids")
  void readsAsLemmaAndProof(String id) {
    Claim claim = CATALOGUE.find(id).orElseThrow();
    String text = text(claim, new TextStyle(false, false, 80));
    boolean conjecture = claim.source().kind() == Claim.Source.Kind.CONJECTURE;
    assertTrue(text.startsWith(conjecture ? "Conjecture (" : "Lemma ("), text);
    assertTrue(text.contains("\nRemarks.\n"), text);
    assertFalse(
        Pattern.compile("\\w\\[|&&|<=|>=|==|!=|\\\\|\\$|null|Optional|\u00a0").matcher(text).find(),
        text);
    for (Claim.Step step : claim.derivation()) {
      assertFalse(text.contains("(" + step.id() + ")"), step.id() + "\n" + text);
    }
    if (!claim.derivation().isEmpty()) {
      assertEquals(1, text.split("∎", -1).length - 1, text);
    }
    text.lines().forEach(line -> assertTrue(Width.of(line) <= 80, line));
    referencesGoBack(text);
  }

  static Stream<String> ids() {
    return claims().map(Claim::id);
  }

  /** A reference comes after the formula that it names. */
  private static void referencesGoBack(String text) {
    int formulas = 0;
    Pattern number = Pattern.compile("\\((\\d+)\\)");
    Pattern end = Pattern.compile("[.,] +\\((\\d+)\\)$");
    int start = text.indexOf("\nProof.");
    if (start < 0) {
      return; // cited, not derived
    }
    String proof = text.substring(start, text.indexOf("\nRemarks."));
    for (String line : proof.split("\n", -1)) {
      Matcher shown = end.matcher(line);
      if (line.startsWith("    ") && shown.find()) {
        formulas++;
        assertEquals(formulas, Integer.parseInt(shown.group(1)), line);
      } else if (!line.startsWith("    ")) {
        Matcher references = number.matcher(line);
        while (references.find()) {
          assertTrue(Integer.parseInt(references.group(1)) <= formulas, line);
        }
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ids")
  void asciiIsAsciiAndKeepsTheInput(String id) {
    Claim claim = CATALOGUE.find(id).orElseThrow();
    String text = text(claim, new TextStyle(true, true, 80));
    assertTrue(text.chars().allMatch(c -> c < 128), text);
    assertFalse(text.contains("?"), text);
    String flat = text.replaceAll("\\s+", " ");
    for (Claim.Step step : claim.derivation()) {
      if (step.shows() != null) {
        assertTrue(flat.contains(TextPrinter.print(step.shows())), step.id());
      }
    }
  }

  @Test
  void aLemmaIsRestatedWithItsIndicesAndDefinitions() {
    String text =
        text(CATALOGUE.find("envelopes/sign-kept").orElseThrow(), new TextStyle(false, false, 80));
    assertTrue(text.contains("K = √(2L(0) Λ)."), text);
    String renamed =
        text(
            CATALOGUE.find("single-neuron/time-shift").orElseThrow(),
            new TextStyle(false, false, 80));
    assertTrue(renamed.contains("a_p(t) = (up e^{μt} + down e^{−μt})/(2g)"), renamed);
  }

  @Test
  void narrowTerminalsBreakMore() {
    for (Claim claim : CATALOGUE.claims()) {
      String text = text(claim, new TextStyle(false, false, 50));
      for (String line : text.split("\n", -1)) {
        boolean breakable = line.strip().contains(" ");
        assertTrue(Width.of(line) <= 50 || !breakable, line);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "LC_ALL,C,true",
    "LC_ALL,POSIX,true",
    "LC_ALL,de_DE.ISO-8859-1,true",
    "LC_ALL,en_GB.UTF-8,false",
    "LC_CTYPE,C.utf8,false",
    "LANG,C,true",
    "NONE,C,false",
  })
  void theLocaleDecides(String variable, String value, boolean ascii) {
    PrintWriter out = new PrintWriter(new StringWriter());
    Surroundings surroundings =
        new Surroundings(
            out,
            out,
            CommandLineRun.PROJECT,
            CommandLineRun.PROJECT,
            Map.of(variable, value, "COLUMNS", "60"),
            false,
            List.of());
    assertEquals(new TextStyle(ascii, ascii, 80), TextStyle.of(surroundings, false, false));
  }

  private static String text(Claim claim, TextStyle style) {
    StringWriter out = new StringWriter();
    PrintWriter writer = new PrintWriter(out);
    Surroundings surroundings =
        new Surroundings(
            writer,
            writer,
            CommandLineRun.PROJECT,
            CommandLineRun.PROJECT,
            Map.of(),
            false,
            List.of());
    new ClaimText(claim, CATALOGUE::find, style, new Console(surroundings, true)).print();
    writer.flush();
    return out.toString();
  }
}
