package org.flowproof.exposition;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Term;
import org.flowproof.formula.TextPrinter;
import org.flowproof.formula.Times;
import org.flowproof.formula.UnicodePrinter;
import org.flowproof.proof.Claim;
import org.flowproof.proof.ClaimCatalogue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every formula of every shipped claim prints as mathematics, and no two of them alike. */
class CataloguePrintTest {
  private static final List<Claim> CLAIMS = ClaimCatalogue.load(Path.of("proofs")).claims();

  @ParameterizedTest
  @EnumSource(Times.class)
  void formulasPrintAsMathematicsAndDifferently(Times times) {
    Map<String, String> seen = new HashMap<>();
    int printed = 0;
    for (Claim claim : CLAIMS) {
      UnicodePrinter printer = new UnicodePrinter(ClaimSymbols.of(claim), times);
      for (Proposition p : formulas(claim)) {
        String text = printer.print(p);
        String source = TextPrinter.print(p);
        assertFalse(text.matches(".*[\\[\\]*\\\\#].*|.*(==|<=|>=|!=|&&|Sum|Abs|Sqrt).*"), text);
        String other = seen.put(text, source);
        assertTrue(other == null || plain(other).equals(plain(source)), other + " / " + source);
        printed++;
      }
    }
    assertTrue(printed > 150, printed + " formulas");
  }

  /** What prints alike because it is alike: squares and norms under their two names. */
  private static String plain(String source) {
    return source
        .replaceAll("\\ba2\\[(\\w+)(, \\w+)?\\]", "a[$1$2]^2")
        .replaceAll("\\bnormX2\\[(\\w+)\\]", "normX[$1]^2")
        .replaceAll("\\bSqrt\\[norm(\\w+)2\\[(\\w+)(, \\w+)?\\]\\]\\^2", "norm$12[$2$3]");
  }

  /** Statements as they are; a definition as the equation that makes it. */
  private static List<Proposition> formulas(Claim claim) {
    List<Proposition> all = new ArrayList<>(claim.hypotheses().values());
    all.add(claim.range());
    all.add(claim.conclusion());
    claim
        .definitions()
        .forEach(
            (name, term) ->
                all.add(
                    new Proposition.Comparison(
                        Proposition.Relation.EQUAL, new Term.Name(name), term)));
    claim.derivation().stream().filter(s -> s.shows() != null).forEach(s -> all.add(s.shows()));
    claim.falsified().stream()
        .filter(t -> t.conclusion() != null)
        .forEach(t -> all.add(t.conclusion()));
    return all;
  }
}
