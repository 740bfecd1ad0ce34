package org.flowproof.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatexPrinterTest {
  private static final Vocabulary SCOPE =
      ScopedVocabulary.extend(
          TestVocabulary.INSTANCE,
          Map.of("j", IndexKind.NEURON, "k", IndexKind.SAMPLE),
          List.of("M", "Nbar", "rate", "p0", "eta"));

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        // names
        "kappa + eta; \\kappa + \\eta",
        "rate*p0; \\mathrm{rate}\\,p_{0}",
        "Nbar; \\bar{N}",
        // observables, time, derivative
        "a[j]; a_{j}(t)",
        "a[j,0]; a_{j}(0)",
        "w[1,2,0]; w_{1,2}(0)",
        "N'[t]; N'(t)",
        "a'[j,0]; a_{j}'(0)",
        "normW2[j]; \\lVert w_{j}(t)\\rVert^2",
        "normW2'[j]; (\\lVert w_{j}\\rVert^2)'(t)",
        "normX[k]; \\lVert x_{k}\\rVert",
        "u[j,k]; \\langle w_{j}(t), x_{k}\\rangle",
        "u[j,k,0]; \\langle w_{j}(0), x_{k}\\rangle",
        "u'[j,k]; (\\langle w_{j}, x_{k}\\rangle)'(t)",
        // powers
        "a[j]^2; a_{j}(t)^{2}",
        "normW2[j]^2; (\\lVert w_{j}(t)\\rVert^2)^{2}",
        "ols[k]^2; (\\hat y^{\\mathrm{OLS}}_{k})^{2}",
        "(t^2)^3; (t^{2})^{3}",
        "t^2^3; t^{2^{3}}",
        "t^-2; t^{-2}",
        "M^(1/2); M^{1/2}",
        "(-t)^2; (-t)^{2}",
        "(2/3)^2; \\left(\\frac{2}{3}\\right)^{2}",
        "Tanh[t]^2; (\\tanh(t))^{2}",
        "Abs[t]^2; \\lvert t\\rvert^{2}",
        "Exp[t]^2; (e^{t})^{2}",
        // arithmetic
        "t-(t-1); t - (t - 1)",
        "t-(t+1); t - (t + 1)",
        "t+(t-1); t + t - 1",
        "t-(-t)*M; t - (-t\\,M)",
        "t*(-M); t\\,(-M)",
        "-(t+1); -(t + 1)",
        "(t+1)*(t-1); (t + 1)\\,(t - 1)",
        "(t+1)/(2*M); \\frac{t + 1}{2\\,M}",
        "2*3; 2 \\cdot 3",
        "t*1e-8; t \\cdot 10^{-8}",
        "0.25; 0.25",
        "1.5e-9; 1.5\\cdot 10^{-9}",
        // functions and ranges
        "Sqrt[t]; \\sqrt{t}",
        "Sqrt[normW2[j]]; \\lVert w_{j}(t)\\rVert",
        "Sqrt[normW2[j]]^2; \\lVert w_{j}(t)\\rVert^{2}",
        "Sqrt[normW2[j]+1]; \\sqrt{\\lVert w_{j}(t)\\rVert^2 + 1}",
        "Sqrt[normX[k]]; \\sqrt{\\lVert x_{k}\\rVert}",
        "Sin[t]^2; (\\sin(t))^{2}",
        "Cos[2*t]; \\cos(2\\,t)",
        "ArcTanh[t]; \\operatorname{artanh}(t)",
        "Exp[-t/2]; \\exp\\left(\\frac{-t}{2}\\right)",
        "Sum[a[p]+1, {p, m}]; \\sum_{p=1}^{m} (a_{p}(t) + 1)",
        "Sum[y[l], {l, n}]*t; \\left(\\sum_{l=1}^{n} y_{l}\\right)\\,t",
        "t*Sum[y[l], {l, n}]; t\\,\\sum_{l=1}^{n} y_{l}",
        "Max[a[p], {p, m}]; \\max_{1\\le p\\le m} a_{p}(t)",
        "Min[t, 1]; \\min(t, 1)",
        "Integral[N[s], {s, 0, t}]; \\int_{0}^{t} N(s)\\,\\mathrm{d}s",
        "Sup[N[tau], {tau, 0, t}]; \\sup_{0\\le \\tau\\le t} N(\\tau)",
      })
  void printsTerms(String text, String latex) {
    assertEquals(latex, new LatexPrinter(SCOPE).print(FormulaParser.term(text, SCOPE)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      quoteCharacter = '~',
      value = {
        "t != 0 @ t \\ne 0",
        "t > 0 && t <= 1 @ t > 0 \\;\\land\\; t \\le 1",
        "(t > 0 || t < 0) && t <= 1 @ (t > 0 \\;\\lor\\; t < 0) \\;\\land\\; t \\le 1",
        "Not[t > 0] @ \\lnot(t > 0)",
        "Implies[t > 0, N > 0] @ t > 0 \\;\\Rightarrow\\; N(t) > 0",
        "ForAll[{p, m}, a[p] > 0] @ \\forall p\\in\\{1,\\dots,m\\}:\\; a_{p}(t) > 0",
        "Exists[{l, n}, y[l] > 0] && t > 0 @ (\\exists l\\in\\{1,\\dots,n\\}:\\; y_{l} > 0)"
            + " \\;\\land\\; t > 0",
      })
  void printsStatements(String text, String latex) {
    assertEquals(latex, new LatexPrinter(SCOPE).print(FormulaParser.proposition(text, SCOPE)));
  }

  @Test
  void chosenSymbolsComeFirst() {
    LatexPrinter printer = new LatexPrinter(SCOPE, Map.of("M", "\\mathcal{M}", "j", "\\ell"));
    assertEquals("\\mathcal{M}\\,a_{\\ell}(t)", printer.print(FormulaParser.term("M*a[j]", SCOPE)));
  }

  @Test
  void insertedTextIsNotATemplate() {
    LatexPrinter printer = new LatexPrinter(SCOPE, Map.of("j", "\\text{#1}", "k", "#1"));
    assertEquals(
        "\\langle w_{\\text{#1}}(t), x_{#1}\\rangle",
        printer.print(FormulaParser.term("u[j,k]", SCOPE)));
  }
}
