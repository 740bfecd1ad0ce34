package org.flowproof.proof.kernel;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flowproof.formula.FormulaParser;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.ScopedVocabulary;
import org.flowproof.proof.Claim;
import org.flowproof.proof.ClaimCatalogue;
import org.flowproof.proof.Setting;
import org.flowproof.proof.StepScope;
import org.flowproof.proof.Subject;

/** Builds small claims in tests. */
final class Desk {
  private final Map<String, IndexKind> generic = new LinkedHashMap<>();
  private final Map<String, Proposition> hypotheses = new LinkedHashMap<>();
  private final List<Claim.Step> steps = new ArrayList<>();
  private String range = "t >= 0";
  private String id = "test/claim";
  private String conclusion;
  private Setting setting;
  private Claim.Model.LossKind loss = Claim.Model.LossKind.SQUARED_HALF_MEAN;
  private Claim.Model.Layers layers = Claim.Model.Layers.BOTH;
  private Claim.Model.ActivationKind activation = Claim.Model.ActivationKind.LEAKY_OR_RELU;
  private Claim.Model.Motion motion = Claim.Model.Motion.FLOW;

  Desk fixed(String name, IndexKind kind) {
    generic.put(name, kind);
    return this;
  }

  Desk range(String text) {
    range = text;
    return this;
  }

  Desk relu() {
    activation = Claim.Model.ActivationKind.RELU;
    return this;
  }

  Desk named(String claim) {
    id = claim;
    return this;
  }

  Desk early() {
    motion = Claim.Model.Motion.EARLY_ALIGNMENT_FLOW;
    return this;
  }

  Desk anyLoss() {
    loss = Claim.Model.LossKind.ANY;
    return this;
  }

  Desk anyLayers() {
    layers = Claim.Model.Layers.ANY;
    return this;
  }

  /** What the claim says, when it is not what its last step shows. */
  Desk concluding(String text) {
    conclusion = text;
    return this;
  }

  Desk given(String name, String text) {
    hypotheses.put(name, parse(text, Map.of()));
    return this;
  }

  /** A step; {@code extra} is alternately key and value. */
  Desk step(String id, String rule, String from, String shows, String... extra) {
    Map<String, String> parameters = new HashMap<>();
    for (int i = 0; i < extra.length; i += 2) {
      parameters.put(extra[i], extra[i + 1]);
    }
    steps.add(
        new Claim.Step(
            id,
            rule,
            from.isEmpty() ? List.of() : List.of(from.split(" ", -1)),
            shows == null ? null : parse(shows, StepScope.parse(parameters.get("for"))),
            parameters));
    return this;
  }

  /** The claim; unless told otherwise, it concludes what its last step shows. */
  Claim claim() {
    Map<String, IndexKind> all = new LinkedHashMap<>(generic);
    return new Claim(
        id,
        "a test",
        new Claim.Source(Claim.Source.Kind.DERIVED, "", ""),
        subject(),
        all,
        hypotheses,
        parse(range, Map.of()),
        conclusion == null ? steps.get(steps.size() - 1).shows() : parse(conclusion, Map.of()),
        Map.of(),
        steps,
        List.of(),
        "");
  }

  /** About the setting of a shipped claim, whose facts steps can use. */
  Desk inSettingOf(String claim) {
    setting =
        ClaimCatalogue.load(Path.of("proofs")).find(claim).flatMap(Claim::setting).orElseThrow();
    return this;
  }

  Desk descent() {
    motion = Claim.Model.Motion.DESCENT;
    return this;
  }

  private Subject subject() {
    return setting != null ? setting : new Claim.Model(loss, layers, activation, motion);
  }

  private Proposition parse(String text, Map<String, IndexKind> more) {
    Map<String, IndexKind> scope = new LinkedHashMap<>(generic);
    scope.putAll(more);
    return FormulaParser.proposition(
        text, ScopedVocabulary.extend(subject().vocabulary(), scope, List.of()));
  }
}
