package org.flowproof.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Map;
import org.flowproof.flow.ObservableCatalogue;
import org.junit.jupiter.api.Test;

/** Terms at time 0, simplified without numbers. */
class AtZeroTest {
  private static final ScopedVocabulary NAMES =
      ScopedVocabulary.extend(ObservableCatalogue.standard(), Map.of(), List.of("rate", "M"));

  private static Term atZero(String text) {
    return AtZero.simplify(FormulaParser.term(text, NAMES));
  }

  @Test
  void boundsThatStartWithEqualityBecomeTheirStart() {
    Term start = atZero("N[0]");
    for (String bound :
        List.of(
            "N[t]",
            "N[0]*Exp[2*M*t]",
            "N[0]*Exp[-M*t]",
            "N[0] + t/(2*n)*Sum[y[k]^2, {k, n}]",
            "N[0]*Exp[2*M*t]/(1 - N[0]/M*(Exp[2*M*t] - 1))",
            "rate*Tanh[rate*t + ArcTanh[N[0]/rate]]",
            "N[0]*Cosh[M*t] + M*Sinh[M*t]",
            "N[0] + Integral[N[tau], {tau, 0, t}]",
            "Sup[N[tau], {tau, 0, t}]")) {
      assertEquals(start, atZero(bound), bound);
    }
  }

  @Test
  void otherTermsStayDifferent() {
    for (String other : List.of("2*N[t]", "N[0] + M", "N[0]^2", "Cosh[Log[N[t]]]", "-N[t]")) {
      assertNotEquals(atZero("N[0]"), atZero(other), other);
    }
  }
}
