package org.flowproof.proof.kernel;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Term;
import org.flowproof.proof.Claim;
import org.flowproof.proof.Setting;
import org.flowproof.proof.Subject;
import org.flowproof.proof.exact.Instantiation;
import org.flowproof.proof.exact.Show;

/**
 * {@code lemma}: the conclusion of another claim that is PROVED, for the indices of this step (key
 * {@code with}, such as {@code j -> p}; equal names by default). Its model must cover ours, its
 * range ours, and each of its hypotheses must be a premise.
 */
final class LemmaRule implements Rule {
  private final Function<String, Claim> provedClaims;

  /**
   * @param provedClaims the claim of that id, or a refusal when it is unknown, not PROVED, or in a
   *     circle with the claim at hand
   */
  LemmaRule(Function<String, Claim> provedClaims) {
    this.provedClaims = provedClaims;
  }

  @Override
  public List<Fact> apply(StepContext c) {
    Claim lemma = provedClaims.apply(c.parameter("claim"));
    requireCovered(lemma.subject(), c.claim.subject());
    NormalForm normal = new NormalForm(lemma);
    Map<String, Term> names = mapping(c, lemma);
    // the range may name an index: t < firstEvent[j] becomes t < firstEvent[p] under j -> p
    Proposition times = Instantiation.apply(normal.normal(lemma.range()), names);
    if (!c.range.within(new ClaimRange(times))) {
      throw new Refusal("the lemma holds for other times: " + Show.of(times));
    }
    Map<String, IndexKind> scope = c.indices();
    Set<Fact> used = new HashSet<>();
    for (Map.Entry<String, Proposition> h : lemma.hypotheses().entrySet()) {
      Proposition wanted = Instantiation.apply(normal.normal(h.getValue()), names);
      for (Fact part : Fact.of(Map.of(), wanted, false)) {
        Map<String, IndexKind> inner = new LinkedHashMap<>(scope);
        inner.putAll(part.universals());
        List<Fact> fitting =
            c.from.stream().filter(f -> f.at(inner).containsAll(part.parts())).toList();
        if (fitting.isEmpty()) {
          throw new Refusal("no premise gives the lemma's hypothesis " + h.getKey());
        }
        used.add(fitting.get(0));
      }
    }
    if (!used.containsAll(c.from)) {
      throw new Refusal("a premise is not a hypothesis of the lemma");
    }
    if (c.from.stream().anyMatch(Fact::restricted)) {
      throw new Refusal("a premise holds at the end of the interval only");
    }
    Proposition conclusion = Instantiation.apply(normal.normal(lemma.conclusion()), names);
    if (c.step.shows() != null && !Trees.same(conclusion, c.shows())) {
      throw new Refusal("the lemma gives " + Show.of(conclusion));
    }
    return Fact.of(c.universals, conclusion, false);
  }

  private static Map<String, Term> mapping(StepContext c, Claim lemma) {
    Map<String, String> with = new HashMap<>();
    if (c.step.parameters().containsKey("with")) {
      for (String pair : c.parameter("with").split(",", -1)) {
        String[] sides = pair.split("->", -1);
        if (sides.length != 2 || !lemma.generic().containsKey(sides[0].strip())) {
          throw new Refusal("'" + pair.strip() + "' does not say which index becomes which");
        }
        with.put(sides[0].strip(), sides[1].strip());
      }
    }
    Map<String, IndexKind> scope = c.indices();
    Map<String, Term> names = new HashMap<>();
    lemma
        .generic()
        .forEach(
            (name, kind) -> {
              String mine = with.getOrDefault(name, name);
              if (scope.get(mine) != kind) {
                throw new Refusal(
                    "index " + mine + " for the lemma's " + name + " is not in scope");
              }
              names.put(name, new Term.Name(mine));
            });
    return names;
  }

  private static void requireCovered(Subject theirs, Subject here) {
    if (theirs.equals(here)) {
      return;
    }
    if (!(theirs instanceof Claim.Model lemma)) {
      throw new Refusal("the lemma is about the setting " + ((Setting) theirs).id());
    }
    Claim.Model ours = here instanceof Setting s ? ofNetwork(s) : (Claim.Model) here;
    boolean covered =
        (lemma.loss() == Claim.Model.LossKind.ANY || lemma.loss() == ours.loss())
            && (lemma.layers() == Claim.Model.Layers.ANY || lemma.layers() == ours.layers())
            && (lemma.activation() == ours.activation()
                || (lemma.activation() == Claim.Model.ActivationKind.LEAKY_OR_RELU
                    && ours.activation() == Claim.Model.ActivationKind.RELU))
            && lemma.motion() == ours.motion();
    if (!covered) {
      throw new Refusal("the lemma is about another model: " + lemma);
    }
  }

  private static Claim.Model ofNetwork(Setting setting) {
    if (!setting.network()) {
      throw new Refusal("the lemma is about the two-layer network");
    }
    return new Claim.Model(
        Claim.Model.LossKind.SQUARED_HALF_MEAN,
        Claim.Model.Layers.BOTH,
        Claim.Model.ActivationKind.LEAKY_OR_RELU,
        Claim.Model.Motion.FLOW);
  }

  @Override
  public String trusts() {
    return "the lemma's own proof";
  }
}
