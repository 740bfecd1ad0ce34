package org.flowproof.formula;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.flowproof.formula.FormulaException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hostile and sloppy texts: each is refused with its reason, at its position. */
class FormulaRefusalTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        // numbers
        "1.5.2; MALFORMED_NUMBER; 0",
        "1..2; MALFORMED_NUMBER; 0",
        "t + 0x1F; MALFORMED_NUMBER; 4",
        "1d; MALFORMED_NUMBER; 0",
        "1f; MALFORMED_NUMBER; 0",
        ".5; MALFORMED_NUMBER; 0",
        "1.; MALFORMED_NUMBER; 0",
        "010; MALFORMED_NUMBER; 0",
        "1E5; MALFORMED_NUMBER; 0",
        "1e; MALFORMED_NUMBER; 0",
        "1e+; MALFORMED_NUMBER; 0",
        "1e401; MALFORMED_NUMBER; 0",
        "1e-999999999999; MALFORMED_NUMBER; 0",
        "2t; MALFORMED_NUMBER; 0",
        "1_000; MALFORMED_NUMBER; 0",
        "1e5.5; MALFORMED_NUMBER; 0",
        // characters
        "t = 1; FORBIDDEN_CHARACTER; 2",
        "t := 1; FORBIDDEN_CHARACTER; 2",
        "t & t; FORBIDDEN_CHARACTER; 2",
        "|t|; FORBIDDEN_CHARACTER; 0",
        "! t > 0; FORBIDDEN_CHARACTER; 0",
        "5!; FORBIDDEN_CHARACTER; 1",
        "t_1; FORBIDDEN_CHARACTER; 1",
        "t /. t -> 1; FORBIDDEN_CHARACTER; 3",
        "t @ t; FORBIDDEN_CHARACTER; 2",
        "# + 1; FORBIDDEN_CHARACTER; 0",
        "${t}; FORBIDDEN_CHARACTER; 0",
        "\"t\"; FORBIDDEN_CHARACTER; 0",
        // symbols in the wrong place
        "''; UNEXPECTED_SYMBOL; 0",
        "t +; UNEXPECTED_SYMBOL; 3",
        "+t; UNEXPECTED_SYMBOL; 0",
        "t t; UNEXPECTED_SYMBOL; 2",
        "t (t); UNEXPECTED_SYMBOL; 2",
        "(t; UNEXPECTED_SYMBOL; 2",
        "t); UNEXPECTED_SYMBOL; 1",
        "(t]; UNEXPECTED_SYMBOL; 2",
        "t--t; UNEXPECTED_SYMBOL; 2",
        "--t; UNEXPECTED_SYMBOL; 1",
        "t**t; UNEXPECTED_SYMBOL; 2",
        "Exp(t); UNEXPECTED_SYMBOL; 3",
        "Exp; UNEXPECTED_SYMBOL; 3",
        "0 < t < 1; UNEXPECTED_SYMBOL; 6",
        "t == t == t; UNEXPECTED_SYMBOL; 7",
        "{t, 1}; UNEXPECTED_SYMBOL; 0",
        "[t]; UNEXPECTED_SYMBOL; 0",
        "t[0]; UNEXPECTED_SYMBOL; 1",
        "N''[t]; UNEXPECTED_SYMBOL; 2",
        "x'[k,1]; UNEXPECTED_SYMBOL; 1",
        "Sum[a[j], {j2, m}; UNEXPECTED_SYMBOL; 17",
        "1*^999999999; UNEXPECTED_SYMBOL; 2",
        // names
        "exp[t]; UNKNOWN_NAME; 0",
        "Tan[t]; UNKNOWN_NAME; 0",
        "Pi; UNKNOWN_NAME; 0",
        "Unprotect[Plus]; UNKNOWN_NAME; 0",
        "URLFetch[t]; UNKNOWN_NAME; 0",
        "normw2[j]; UNKNOWN_NAME; 0",
        "1 + kapa; UNKNOWN_NAME; 4",
        "a[q]; UNKNOWN_NAME; 2",
        "a[j,s]; UNKNOWN_NAME; 4",
        "Sum[a[p], {p, m}] + a[p]; UNKNOWN_NAME; 22",
        "Sup[N[s], {s, 0, s}]; UNKNOWN_NAME; 17",
        // arities
        "Exp[]; WRONG_ARITY; 0",
        "Exp[t, t]; WRONG_ARITY; 0",
        "Max[t]; WRONG_ARITY; 0",
        "Max[t, t, t]; WRONG_ARITY; 0",
        "Sum[t]; WRONG_ARITY; 0",
        "Sum[a[p], {p, m}, {q, n}]; WRONG_ARITY; 0",
        "Sum[a[1], p]; WRONG_ARITY; 0",
        "Integral[N[t]]; WRONG_ARITY; 0",
        "ForAll[t > 0]; WRONG_ARITY; 0",
        "ForAll[t > 0, {p, m}]; WRONG_ARITY; 0",
        "Not[]; WRONG_ARITY; 0",
        "Implies[t > 0]; WRONG_ARITY; 0",
        "a > 0; WRONG_ARITY; 0",
        "a[] > 0; WRONG_ARITY; 0",
        "N[] > 0; WRONG_ARITY; 0",
        "kappa[t]; WRONG_ARITY; 0",
        "x[k,1,0]; WRONG_ARITY; 0",
        "w[j]; WRONG_ARITY; 0",
        // indices and times
        "y[0]; WRONG_INDEX; 2",
        "y[n+1]; WRONG_INDEX; 2",
        "y[-1]; WRONG_INDEX; 2",
        "y[1.0]; WRONG_INDEX; 2",
        "y[k+1]; WRONG_INDEX; 2",
        "y[n]; WRONG_INDEX; 2",
        "y[t]; WRONG_INDEX; 2",
        "y[j]; WRONG_INDEX; 2",
        "a[k]; WRONG_INDEX; 2",
        "a[99999999999]; WRONG_INDEX; 2",
        "a[a[j]]; WRONG_INDEX; 2",
        "Sum[a[p], {p, 10}]; UNEXPECTED_SYMBOL; 14",
        "Sum[a[p], {p, t}]; WRONG_INDEX; 14",
        "a[j,1]; WRONG_TIME; 4",
        "a[j,t+1]; WRONG_TIME; 4",
        "a[j,j]; WRONG_TIME; 4",
        "N[-t]; WRONG_TIME; 2",
        "Sup[N[s], {s, 0, kappa}]; WRONG_TIME; 17",
        // bound names
        "Sum[a[j], {j, m}]; SHADOWED_NAME; 11",
        "Sum[Sum[a[p], {p, m}], {p, m}]; SHADOWED_NAME; 15",
        "Sum[1, {t, m}]; SHADOWED_NAME; 8",
        "Sum[1, {N, m}]; SHADOWED_NAME; 8",
        "Sum[1, {n, n}]; SHADOWED_NAME; 8",
        "Sum[1, {Exp, n}]; SHADOWED_NAME; 8",
        "Integral[N[t], {t, 0, t}]; SHADOWED_NAME; 16",
        // exponents
        "t^65; EXPONENT_TOO_LARGE; 2",
        "t^-65; EXPONENT_TOO_LARGE; 2",
        "t^(65); EXPONENT_TOO_LARGE; 3",
        "2^(2^40); EXPONENT_TOO_LARGE; 3",
        "9^9^9^9; EXPONENT_TOO_LARGE; 4",
        "10^10^10; EXPONENT_TOO_LARGE; 3",
        "(1/3)^(10^9); EXPONENT_TOO_LARGE; 7",
        "t^(1/0); EXPONENT_TOO_LARGE; 3",
        "t^Exp[100]; EXPONENT_TOO_LARGE; 2",
        // numbers and statements in each other's place
        "(t > 0) + 1; NOT_A_TERM; 1",
        "Exp[t > 0]; NOT_A_TERM; 4",
        "-(t > 0); NOT_A_TERM; 2",
        "Sum[a[p] > 0, {p, m}]; NOT_A_TERM; 4",
        "t && t > 0; NOT_A_PROPOSITION; 0",
        "t > 0 || t; NOT_A_PROPOSITION; 9",
        "Not[t]; NOT_A_PROPOSITION; 4",
        "ForAll[{p, m}, a[p]]; NOT_A_PROPOSITION; 15",
        "N[t]; NOT_A_PROPOSITION; 0",
      })
  void isRefused(String text, String reason, String position) {
    String formula = text.equals("''") ? "" : text;
    if (!Reason.valueOf(reason).equals(Reason.NOT_A_PROPOSITION)) {
      FormulaException asTerm = refusal(formula, true);
      // a statement where a number is read is refused as such only when the rest is in order
      assertEquals(Reason.valueOf(reason), asTerm.reason(), () -> asTerm.getMessage());
      assertEquals(Integer.parseInt(position), asTerm.position(), () -> asTerm.getMessage());
    }
    FormulaException refusal = refusal(formula, false);
    assertEquals(Reason.valueOf(reason), refusal.reason(), () -> refusal.getMessage());
    assertEquals(Integer.parseInt(position), refusal.position(), () -> refusal.getMessage());
  }

  private static FormulaException refusal(String text, boolean term) {
    return assertThrows(
        FormulaException.class,
        () -> {
          if (term) {
            FormulaParser.term(text, TestVocabulary.INSTANCE);
          } else {
            FormulaParser.proposition(text, TestVocabulary.INSTANCE);
          }
        });
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        0x2212, 0x00D7, 0x2264, 0x2265, 0x0430, 0x0422, 0xFF0B, 0x200B, 0x200D, 0xFEFF, 0x202E,
        0x2066, 0x00A0, 0x0000, 0x0007, 0x001B, 0x007F, 0x0085, 0x2028, 0x0661, 0x1D7CF, 0xD800,
        0x03BA, 0x0301
      })
  void namesTheCodePointOfForeignCharacters(int codePoint) {
    String text = "t > " + new StringBuilder().appendCodePoint(codePoint) + "0";
    FormulaException refusal = refusal(text, false);
    assertEquals(Reason.FORBIDDEN_CHARACTER, refusal.reason());
    assertEquals(4, refusal.position());
    assertEquals(String.format(java.util.Locale.ROOT, "U+%04X", codePoint), refusal.symbol());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "normw2[j]; normW2",
        "exp[t]; Exp",
        "kapa; kappa",
        "sum[t]; Sum",
        "forall[t]; ForAll",
        "ArcTan[t]; ArcTanh"
      })
  void suggestsTheNearestName(String text, String meant) {
    String expected = refusal(text, true).expected();
    assertTrue(expected.endsWith("did you mean " + meant + "?"), expected);
  }

  @Test
  void messageNamesPositionFromOneAndSymbol() {
    assertEquals(
        "unknown name 'normw2' at position 5: expected a declared name; did you mean normW2?",
        refusal("2 + normw2[j]", true).getMessage());
  }

  @Test
  void boundsLengthNestingAndHeight() {
    assertAll(
        () -> reason(Reason.TOO_LONG, "1" + " ".repeat(4000)),
        () -> reason(Reason.TOO_DEEP, "(".repeat(101) + "1" + ")".repeat(101)),
        () -> reason(Reason.TOO_DEEP, "(".repeat(1999) + "1" + ")".repeat(1999)),
        () -> reason(Reason.TOO_DEEP, "(".repeat(4000)),
        () -> reason(Reason.TOO_DEEP, "Abs[".repeat(500) + "1" + "]".repeat(500)),
        () -> reason(Reason.TOO_DEEP, "1" + "+1".repeat(1999)),
        () -> reason(Reason.TOO_DEEP, "t" + "*t".repeat(1999)),
        () -> reason(Reason.TOO_DEEP, "t" + "^t".repeat(1999)),
        () -> reason(Reason.TOO_DEEP, "-(".repeat(1000) + "1" + ")".repeat(1000)),
        () -> reason(Reason.UNEXPECTED_SYMBOL, "-".repeat(4000)),
        () -> reason(Reason.MALFORMED_NUMBER, "9".repeat(1001)));
  }

  @Test
  void acceptsWhatJustFits() {
    assertEquals(
        new Term.Literal(Rational.ONE),
        FormulaParser.term("(".repeat(99) + "1" + ")".repeat(99), TestVocabulary.INSTANCE));
    assertEquals(
        200, Terms.depth(FormulaParser.term("t" + "+t".repeat(199), TestVocabulary.INSTANCE)));
    FormulaParser.term("9".repeat(1000), TestVocabulary.INSTANCE);
    FormulaParser.term("t^64 + t^-64 + t^(1/2) + t^(2*kappa)", TestVocabulary.INSTANCE);
  }

  private static void reason(Reason reason, String text) {
    assertEquals(reason, refusal(text, true).reason());
  }
}
