package org.flowproof.report;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.flowproof.exposition.StatementWords;
import org.flowproof.proof.Claim;

/**
 * One claim with its proof as LaTeX for somebody else's document: to be {@code \input} behind a
 * preamble with amsmath, amssymb and the T1 and utf8 encodings. Fragments of several claims go
 * together; a reference to a claim whose fragment is not there shows its id.
 */
public final class ClaimFragment {
  private ClaimFragment() {}

  /**
   * The fragment.
   *
   * @param lemmas the claim of an id, where it is at hand
   * @throws IOException when a template cannot be read
   */
  public static String of(Claim claim, Function<String, Optional<Claim>> lemmas)
      throws IOException {
    LatexNotation notation =
        new LatexNotation(claim, ClaimFragment::label, ClaimFragment::reference);
    ClaimLatex latex = new ClaimLatex(claim, notation);
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("statement", Templates.render("statement.ftl", latex.statement()));
    map.put("id", LatexText.code(claim.id()));
    map.put(
        "source",
        new StatementWords(claim, notation).source(LatexText.code(claim.source().reference())));
    map.put("about", LatexText.prose(claim.setting().map(s -> s.about()).orElse("")));
    map.put("symbols", latex.symbols());
    map.put("motion", latex.motion());
    map.put("underived", new StatementWords(claim, notation).underived());
    map.put("derived", !claim.derivation().isEmpty());
    map.put("proof", Templates.render("proof.ftl", latex.proof(lemmas, Optional.empty())));
    map.put("remarks", Templates.render("remarks.ftl", latex.remarks()));
    return Templates.render("claim-fragment.ftl", map);
  }

  private static String label(String kind, String key) {
    return "fp:" + kind + ":" + key.replaceAll("[^A-Za-z0-9/.-]", "-");
  }

  private static String reference(String id) {
    return "\\fpclaimref{" + label("claim", id) + "}{" + LatexText.code(id) + "}";
  }
}
