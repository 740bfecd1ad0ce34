package org.flowproof.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.flowproof.formula.FormulaException;
import org.flowproof.formula.Term;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmoothFunctionTest {

  /** Values and derivatives worked out by hand. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Tanh[z]; 0.5; 0.46211715726000975; 0.7864477329659274",
        "z/(1+z^2); 2; 0.4; -0.12",
        "Sin[z]; 1; 0.8414709848078965; 0.5403023058681398",
        "z; -3; -3; 1",
        "-z^3; 2; -8; -12",
        "2*Sinh[z/2]*Exp[z/2]; 1; 1.718281828459045; 2.718281828459045",
        "z/Sqrt[1+z^2]; 0.75; 0.6; 0.512",
        "Log[1+z^2]; 1; 0.6931471805599453; 1",
        "z*Cos[z]; 1; 0.5403023058681398; -0.3011686789397568",
        "z^2*2^z; 1; 2; 5.386294361119891",
      })
  void valuesAndSlopes(String text, double z, double value, double slope) {
    SmoothFunction function = SmoothFunction.of(text);
    assertEquals(value, function.value(z), 4e-16 * Math.abs(value));
    assertEquals(slope, function.slope(z), 2e-15 * Math.abs(slope));
    assertEquals(function.slope(z), function.slope(z, function.value(z)), 2e-16);
    assertTrue(function.steepest() >= Math.abs(function.slope(z)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Cos[z]; its value at z = 0 is 1",
        "Abs[z]; kinks",
        "Max[z, z/2]; kinks",
        "z/(1-z); near z = 1",
        "z/(z-3.3); near z = 3.3",
        "Sqrt[z^2]; near z = ",
        "Sqrt[1+z]-1; near z = -1",
        "Sinh[z^4]; no value",
        "Exp[z]-1; loses its digits",
        "Sqrt[1+z^2]-1; loses its digits",
        "Sqrt[2+z^2]-Sqrt[2]; not seen to be 0",
        "z + t; mentions 't'",
        "z*n; mentions 'n'",
        "Sum[z, {k, n}]; sums",
      })
  void whatDoesNotServeIsRefused(String text, String reason) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> SmoothFunction.of(text));
    assertTrue(e.getMessage().contains(reason), e.getMessage());
  }

  @Test
  void otherNamesAreNotOfTheLanguage() {
    assertThrows(FormulaException.class, () -> SmoothFunction.of("Tanh[x]"));
    assertThrows(FormulaException.class, () -> SmoothFunction.of("Tan[z]"));
    assertThrows(FormulaException.class, () -> SmoothFunction.of("z[1]"));
  }

  /** Tiny preactivations keep all their digits: a start of size 1e-100 must not become 0. */
  @ParameterizedTest
  @CsvSource({"Tanh[z]", "z/(1+z^2)", "Sin[z]", "2*Sinh[z/2]*Exp[z/2]"})
  void smallArgumentsKeepTheirDigits(String text) {
    SmoothFunction function = SmoothFunction.of(text);
    assertEquals(1, function.value(1e-100) / 1e-100, 1e-15);
    assertEquals(1, function.slope(1e-100), 1e-15);
  }

  @Test
  void formulasAtAnArgument() {
    Term u = new Term.Name("u");
    assertEquals("u/(1 + u^2)", SmoothFunction.of("z/(1+z^2)").valueAt(u));
    assertEquals("1 - Tanh[u]^2", SmoothFunction.tanh().slopeAt(u));
    assertEquals("(1 + u^2 - u*(2*u))/(1 + u^2)^2", SmoothFunction.of("z/(1+z^2)").slopeAt(u));
  }

  @Test
  void equalFormulasAreEqual() {
    assertEquals(SmoothFunction.tanh(), SmoothFunction.of("Tanh[ z ]"));
    assertEquals(SmoothFunction.tanh().hashCode(), SmoothFunction.of("Tanh[z]").hashCode());
    assertNotEquals(SmoothFunction.tanh(), SmoothFunction.of("Sin[z]"));
  }

  /** Bounded work on a formula that is made to be awkward. */
  @Test
  void awkwardFormulasEndSoon() {
    String nested = "z";
    for (int i = 0; i < 18; i++) {
      nested = "Sin[" + nested + "]*z";
    }
    assertTrue(Math.abs(SmoothFunction.of(nested).slope(0.5)) < 1);
    String wild = "Exp[-1/(z-2)^2]*z";
    assertThrows(IllegalArgumentException.class, () -> SmoothFunction.of(wild));
  }
}
