package org.flowproof.proof;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.flowproof.flow.ObservableCatalogue;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Term;
import org.flowproof.formula.Vocabulary;
import org.flowproof.problem.Choices;

/**
 * A statement that lives once, in {@code proofs/}: what is proved, checked and printed.
 *
 * @param id path below {@code proofs/} without the ending, such as {@code envelopes/norm-growth}
 * @param title one line
 * @param source where it comes from
 * @param subject the problems it speaks about
 * @param generic indices that the claim holds for each value of, in order; hypotheses that mention
 *     them are tested for each value
 * @param hypotheses by name; about data, network and initial weights, never about later times
 * @param range the times the conclusion is about, a statement about {@code t}
 * @param conclusion the statement
 * @param definitions {@code where:} names with their terms, in order; later ones may use earlier
 *     ones
 * @param derivation the steps of the proof; empty when the claim is cited
 * @param falsified wrong variants that proof and property tests must refuse; at least one, unless
 *     it is a conjecture
 * @param notes remarks for readers; may be empty
 * @param conditions explicit conditions on scale, samples or horizon; may be empty
 */
public record Claim(
    String id,
    String title,
    Source source,
    Subject subject,
    Map<String, IndexKind> generic,
    Map<String, Proposition> hypotheses,
    Proposition range,
    Proposition conclusion,
    Map<String, Term> definitions,
    List<Step> derivation,
    List<Twin> falsified,
    String notes,
    List<Condition> conditions) {
  public Claim {
    conditions = List.copyOf(conditions);
  }

  /** A claim without conditions. */
  public Claim(
      String id,
      String title,
      Source source,
      Subject subject,
      Map<String, IndexKind> generic,
      Map<String, Proposition> hypotheses,
      Proposition range,
      Proposition conclusion,
      Map<String, Term> definitions,
      List<Step> derivation,
      List<Twin> falsified,
      String notes) {
    this(
        id,
        title,
        source,
        subject,
        generic,
        hypotheses,
        range,
        conclusion,
        definitions,
        derivation,
        falsified,
        notes,
        List.of());
  }

  /**
   * Where a statement comes from.
   *
   * @param kind whether Flowproof derives it, takes it from a paper, or does not know
   * @param reference key into the bibliography, may be empty
   * @param locator theorem, equation or section, may be empty
   */
  public record Source(Kind kind, String reference, String locator) {
    /** How a statement came here. */
    public enum Kind {
      DERIVED,
      CITED,
      /** Nobody says that it is true; it has no derivation and is there to be attacked. */
      CONJECTURE
    }
  }

  /** The network problems it speaks about; empty when it is about a setting of its own. */
  public Optional<Model> model() {
    return subject instanceof Model model ? Optional.of(model) : Optional.empty();
  }

  /** The declared setting it speaks about, if any. */
  public Optional<Setting> setting() {
    return subject instanceof Setting setting ? Optional.of(setting) : Optional.empty();
  }

  /** The names that its formulas may use, without its own indices and definitions. */
  public Vocabulary vocabulary() {
    return subject.vocabulary();
  }

  /** The problems a claim speaks about; {@code ANY} leaves a choice open. */
  public record Model(LossKind loss, Layers layers, ActivationKind activation, Motion motion)
      implements Subject {

    @Override
    public Vocabulary vocabulary() {
      return motion == Motion.DESCENT
          ? ObservableCatalogue.descent()
          : ObservableCatalogue.standard();
    }

    @Override
    public boolean continuousTime() {
      return motion != Motion.DESCENT;
    }

    /** Admitted losses. */
    public enum LossKind {
      SQUARED_HALF_MEAN,
      ANY
    }

    /** Admitted trained layers. */
    public enum Layers {
      BOTH,
      ANY
    }

    /** Admitted activations. */
    public enum ActivationKind {
      RELU,
      LEAKY_OR_RELU,
      /** Of readings of settings on runs alone; claim files about the network do not know it. */
      SMOOTH;

      /** As written in files of claims and settings. */
      public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
      }

      /** All of them by {@link #text()}. */
      static Map<String, ActivationKind> byText() {
        return Choices.byText(values(), ActivationKind::text);
      }

      /** Those that the rules about the network speak about, by {@link #text()}. */
      static Map<String, ActivationKind> piecewiseLinear() {
        return Choices.of(RELU.text(), RELU, LEAKY_OR_RELU.text(), LEAKY_OR_RELU);
      }
    }

    /** Admitted dynamics. */
    public enum Motion {
      FLOW,
      EARLY_ALIGNMENT_FLOW,
      /** Gradient descent with step {@code eta}; times are multiples of it. */
      DESCENT
    }
  }

  /**
   * One step of a derivation.
   *
   * @param id unique in the claim
   * @param rule a rule of the kernel
   * @param from ids of earlier steps, or names of hypotheses, that the rule uses
   * @param shows what the step establishes; {@code null} when the rule determines it
   * @param parameters further keys of the step, such as {@code claim}, {@code over} or {@code text}
   */
  public record Step(
      String id,
      String rule,
      List<String> from,
      Proposition shows,
      Map<String, String> parameters) {}

  /**
   * A deliberately wrong variant of the claim: another conclusion, or a hypothesis left out.
   *
   * @param id unique in the claim
   * @param conclusion the wrong conclusion, or {@code null} when a hypothesis is dropped
   * @param droppedHypothesis the name of the hypothesis left out, or {@code null}
   * @param because why it is wrong, one sentence
   */
  public record Twin(String id, Proposition conclusion, String droppedHypothesis, String because) {}
}
