package org.flowproof.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnicodePrinterTest {
  private static final Vocabulary SCOPE =
      ScopedVocabulary.extend(
          TestVocabulary.INSTANCE,
          Map.of("j", IndexKind.NEURON, "k", IndexKind.SAMPLE),
          List.of("M", "K", "Nbar", "rate", "p0", "eta"));

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        // names and observables
        "kappa + eta; κ + η",
        "Nbar; N̄",
        "p0; p_0",
        "a[j]; a_j",
        "a[j,0]; a_j(0)",
        "a'[j]; a′_j",
        "N'[t]; N′",
        "w[1,2,0]; w_{1,2}(0)",
        "normW2[j,0]; ‖w_j(0)‖²",
        "normW2'[j]; (‖w_j‖²)′",
        "normX[k]; ‖x_k‖",
        "u[j,k]; ⟨w_j, x_k⟩",
        "u[j,k,0]; ⟨w_j(0), x_k⟩",
        "ols[k]; ŷ^{OLS}_k",
        // the current time is written beside other times
        "N[t] - N[0]; N(t) − N(0)",
        "N[t] - t; N(t) − t",
        // products
        "2*M; 2M",
        "2*3; 2·3",
        "M*2; M·2",
        "2*a[j]; 2a_j",
        "2*rate; 2 rate",
        "rate*t; rate t",
        "kappa*t; κt",
        "M*a[j]; M a_j",
        "Abs[y[k]]*normX[k]; |y_k|‖x_k‖",
        "Abs[M]*Abs[t]; |M| |t|",
        "M*(K + t); M·(K + t)",
        "2*(K + t); 2(K + t)",
        "(M + K)*(K + t); (M + K)(K + t)",
        "M*(K*t); M·(Kt)",
        "M*(-K); M·(−K)",
        "-K*t; −Kt",
        "-(K*t); −(Kt)",
        // quotients
        "M/K; M/K",
        "M/K*t; (M/K) t",
        "M/(K*t); M/(Kt)",
        "M*K/t; MK/t",
        "M*(K/t); M·(K/t)",
        "M/K/t; (M/K)/t",
        "M/(K/t); M/(K/t)",
        "-M/K; −M/K",
        "-(M/K); −(M/K)",
        "(M + K)/t; (M + K)/t",
        // powers
        "a[j]^2; a_j²",
        "a[j,0]^2; a_j(0)²",
        "normW2[j]^2; (‖w_j‖²)²",
        "t^-2; t⁻²",
        "t^12; t¹²",
        "M^(1/2); M^{1/2}",
        "M^K; M^K",
        "(t^2)^3; (t²)³",
        "t^2^3; t^{2³}",
        "-(t^2); −t²",
        "(-t)^2; (−t)²",
        "(M*t)^2; (Mt)²",
        "M*t^2; M t²",
        "(M/K)^2; (M/K)²",
        // functions
        "Exp[2*M*t]; e^{2Mt}",
        "Exp[-t]; e^{−t}",
        "Exp[t]; e^t",
        "Exp[t]^2; (e^t)²",
        "Exp[M/K]; exp(M/K)",
        "Sqrt[t]; √t",
        "Sqrt[2*M]; √(2M)",
        "Sqrt[t]^2; (√t)²",
        "Sqrt[t^2]; √(t²)",
        "Sqrt[normW2[j]]; ‖w_j‖",
        "Abs[Abs[t]*M]; |(|t| M)|",
        "ArcTanh[t]; artanh(t)",
        "Sin[t] - Cos[2*t]; sin(t) − cos(2t)",
        "Min[t, 1]; min(t, 1)",
        // folds
        "Sum[Abs[y[l]]*normX[l], {l, n}]/n; Σ_l |y_l|‖x_l‖ / n",
        "Sum[Abs[y[l]]/n, {l, n}]; Σ_l (|y_l|/n)",
        "Sum[a[p] + 1, {p, m}]; Σ_p (a_p + 1)",
        "Sum[a[p], {p, m}] + 1; Σ_p a_p + 1",
        "Sum[y[l], {l, n}]*t; (Σ_l y_l) t",
        "t*Sum[y[l], {l, n}]; t Σ_l y_l",
        "Sum[y[l], {l, n}]^2; (Σ_l y_l)²",
        "Sum[M, {p, n}]; Σ_{p=1}^{n} M",
        "Max[a[p], {p, m}]; max_p a_p",
        "Integral[N[s], {s, 0, t}]; ∫_0^t N(s) ds",
        "Sup[N[tau], {tau, 0, t}]; sup_{0≤τ≤t} N(τ)",
        "2*Sup[N[tau], {tau, 0, t}]; 2 sup_{0≤τ≤t} N(τ)",
      })
  void printsTerms(String text, String mathematics) {
    UnicodePrinter printer = new UnicodePrinter(SCOPE, Times.WHERE_NEEDED);
    assertEquals(mathematics, printer.print(FormulaParser.term(text, SCOPE)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      quoteCharacter = '~',
      value = {
        "N[t] <= N[0]*Exp[2*M*t] @ N(t) ≤ N(0) e^{2Mt}",
        "a[j] != 0 @ a_j ≠ 0",
        "t > 0 && t <= 1 @ t > 0 ∧ t ≤ 1",
        "(t > 0 || t < 0) && t <= 1 @ (t > 0 ∨ t < 0) ∧ t ≤ 1",
        "t > 0 || (t < 0 && t <= 1) @ t > 0 ∨ (t < 0 ∧ t ≤ 1)",
        "Not[t > 0] @ ¬(t > 0)",
        "Implies[t > 0, N > 0] @ t > 0 ⟹ N(t) > 0",
        "ForAll[{p, m}, a[p]^2 >= normW2[p]] @ a_p² ≥ ‖w_p‖² for all neurons p",
        "Exists[{l, n}, y[l] > 0] && t > 0 @ (y_l > 0 for some sample l) ∧ t > 0",
        "ForAll[{p, m}, a[p] > 0 && M > 0] @ (a_p > 0 ∧ M > 0) for all neurons p",
      })
  void printsStatements(String text, String mathematics) {
    UnicodePrinter printer = new UnicodePrinter(SCOPE, Times.WHERE_NEEDED);
    assertEquals(mathematics, printer.print(FormulaParser.proposition(text, SCOPE)));
  }

  @Test
  void writesTheCurrentTimeWhenAsked() {
    UnicodePrinter printer = new UnicodePrinter(SCOPE, Times.SHOWN);
    assertEquals(
        "‖w_j(t)‖² = N(t)", printer.print(FormulaParser.proposition("normW2[j] == N", SCOPE)));
  }

  @Test
  void lettersSideBySideNeverSpellAName() {
    Vocabulary scope =
        ScopedVocabulary.extend(TestVocabulary.INSTANCE, Map.of(), List.of("M", "K", "MK", "e"));
    UnicodePrinter printer = new UnicodePrinter(scope, Times.WHERE_NEEDED);
    assertEquals("M K", printer.print(FormulaParser.term("M*K", scope)));
    assertEquals("MK", printer.print(FormulaParser.term("MK", scope)));
    assertEquals("exp(t)", printer.print(FormulaParser.term("Exp[t]", scope)));
    assertEquals("e^t", printer.print(FormulaParser.term("e^t", scope)));
  }
}
