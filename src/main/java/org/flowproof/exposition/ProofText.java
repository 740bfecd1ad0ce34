package org.flowproof.exposition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Term;
import org.flowproof.proof.Claim;

/**
 * A derivation as a sequence of displayed formulas with words between them.
 *
 * @param moves one for each step, in order
 */
public record ProofText(List<Move> moves) {
  public ProofText {
    moves = List.copyOf(moves);
  }

  /**
   * One step.
   *
   * @param step the step
   * @param number of its formula in the proof, from 1
   * @param shown what it establishes; empty when a lemma is not at hand, and at the end when the
   *     steps together are the claim
   * @param where names in the formula that only the lemma defines
   * @param ending how the proof goes on behind the formula
   */
  public record Move(
      Claim.Step step,
      int number,
      Optional<Proposition> shown,
      Map<String, Term> where,
      Ending ending) {}

  /** What a formula is to the proof. */
  public enum Ending {
    /** The proof goes on. */
    GOES_ON,
    /** The formula is the claim. */
    IS_THE_CLAIM,
    /** The steps named are, together, the claim; no formula is shown. */
    TOGETHER
  }

  /**
   * Puts a derivation in order for printing.
   *
   * @param lemmas the claim of an id, where it is at hand
   */
  public static ProofText of(Claim claim, Function<String, Optional<Claim>> lemmas) {
    List<Move> moves = new ArrayList<>();
    for (Claim.Step step : claim.derivation()) {
      boolean last = moves.size() == claim.derivation().size() - 1;
      Optional<Proposition> shown = Optional.ofNullable(step.shows());
      Map<String, Term> where = new LinkedHashMap<>();
      Ending ending = Ending.GOES_ON;
      if (last && shown.isPresent() && shown.get().equals(claim.conclusion())) {
        ending = Ending.IS_THE_CLAIM;
      } else if (step.rule().equals("conjunction") && shown.isEmpty()) {
        shown = last ? Optional.empty() : Optional.of(claim.conclusion());
        ending = last ? Ending.TOGETHER : Ending.GOES_ON;
      } else if (step.rule().equals("lemma")) {
        Optional<LemmaInstance> lemma =
            lemmas
                .apply(step.parameters().getOrDefault("claim", ""))
                .map(l -> LemmaInstance.of(claim, step, l));
        // the names of the lemma's definitions must be told even where the step is written out
        lemma.ifPresent(l -> where.putAll(l.where()));
        shown = shown.or(() -> lemma.map(LemmaInstance::conclusion));
      }
      moves.add(new Move(step, moves.size() + 1, shown, where, ending));
    }
    return new ProofText(moves);
  }

  /** The steps in order. */
  public List<Claim.Step> steps() {
    return moves.stream().map(Move::step).toList();
  }

  /** The number of each step's formula. */
  public Map<String, Integer> numbers() {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    moves.forEach(m -> numbers.put(m.step().id(), m.number()));
    return numbers;
  }
}
