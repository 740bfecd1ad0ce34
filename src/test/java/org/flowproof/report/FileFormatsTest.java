package org.flowproof.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flowproof.problem.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers, CSV, JSON and macro names. */
class FileFormatsTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 1",
    "-0.5, -0.5",
    "0.17504274, 0.1750427",
    "123456, 123456",
    "1e6, 1e6",
    "1234567890, 1.234568e9",
    "1e-8, 1e-8",
    "0.00099999999, 0.001",
    "-3.25e-7, -3.25e-7",
    "100, 100",
    "999999.96, 1e6"
  })
  void shortensNumbers(double value, String text) {
    assertEquals(text, Numbers.shortened(value, 7));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 1e-308, -1.7976931348623157e308, 4.9e-324, 1.0 / 3})
  void exactNumbersReadBack(double value) {
    assertEquals(value, Double.parseDouble(Numbers.exact(value)));
  }

  @Test
  void namesWhatIsNotANumber() {
    assertEquals("nan", Numbers.exact(Double.NaN));
    assertEquals("-inf", Numbers.exact(Double.NEGATIVE_INFINITY));
    assertEquals("\\ensuremath{\\infty}", Numbers.num(Double.POSITIVE_INFINITY, 3));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "t;t",
        "a,b;\"a,b\"",
        "say \"x\";\"say \"\"x\"\"\"",
        "=1+1;\"'=1+1\"",
        "+x;\"'+x\"",
        "-x;\"'-x\"",
        "@x;\"'@x\""
      })
  void cellsAreInert(String text, String cell) {
    assertEquals(cell, CsvTable.cell(text));
  }

  @Test
  void tableHasOneHeaderAndFullRows() {
    CsvTable table = new CsvTable(List.of("t", "x"));
    table.add(0, 0.5);
    assertEquals("t,x\n0.0000000000000000,0.50000000000000000\n", table.text());
    assertThrows(IllegalArgumentException.class, () -> table.add(1));
  }

  @Test
  void writesJson() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("a\"\\\n\u2028", Arrays.asList(1, 2L, 0.5, true, null, Double.NaN));
    map.put("empty", List.of());
    assertEquals(
        "{\n  \"a\\\"\\\\\\u000a\\u2028\": [\n    1,\n    2,\n    0.5,\n    true,\n    null,\n"
            + "    null\n  ],\n  \"empty\": []\n}\n",
        Json.text(map));
    assertThrows(IllegalArgumentException.class, () -> Json.text(new Object()));
  }

  @Test
  void macroNamesAreLettersOnly() {
    NumberMacros numbers = new NumberMacros("d5-n100");
    assertEquals("\\fpDFiveNOneZeroZeroFinalLoss{}", numbers.real("final-loss", 0.25, 3));
    assertEquals(
        "% One macro for each number of the text; needs siunitx.\n"
            + "\\newcommand{\\fpDFiveNOneZeroZeroFinalLoss}{\\num{0.25}}\n",
        numbers.text());
  }

  @Test
  void oneMacroHasOneValue() {
    NumberMacros numbers = new NumberMacros("x");
    numbers.count("steps", 3);
    assertEquals("\\fpXSteps{}", numbers.count("steps", 3));
    assertThrows(IllegalArgumentException.class, () -> numbers.count("steps", 4));
  }
}
