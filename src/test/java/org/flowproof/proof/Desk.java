package org.flowproof.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flowproof.flow.ObservableCatalogue;
import org.flowproof.formula.FormulaParser;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.ScopedVocabulary;

/** Builds small claims in tests. */
final class Desk {
  private final Map<String, IndexKind> generic = new LinkedHashMap<>();
  private final Map<String, Proposition> hypotheses = new LinkedHashMap<>();
  private final List<Claim.Step> steps = new ArrayList<>();
  private String range = "t >= 0";
  private Claim.Model.ActivationKind activation = Claim.Model.ActivationKind.LEAKY_OR_RELU;

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

  /** The claim whose conclusion is what the last step shows, without the step's own indices. */
  Claim claim() {
    Claim.Step last = steps.get(steps.size() - 1);
    Map<String, IndexKind> all = new LinkedHashMap<>(generic);
    return new Claim(
        "test/claim",
        "a test",
        new Claim.Source(Claim.Source.Kind.DERIVED, "", ""),
        new Claim.Model(
            Claim.Model.LossKind.SQUARED_HALF_MEAN,
            Claim.Model.Layers.BOTH,
            activation,
            Claim.Model.Motion.FLOW),
        all,
        hypotheses,
        parse(range, Map.of()),
        last.shows(),
        Map.of(),
        steps,
        List.of(),
        "");
  }

  private Proposition parse(String text, Map<String, IndexKind> more) {
    Map<String, IndexKind> scope = new LinkedHashMap<>(generic);
    scope.putAll(more);
    return FormulaParser.proposition(
        text, ScopedVocabulary.extend(ObservableCatalogue.standard(), scope, List.of()));
  }
}
