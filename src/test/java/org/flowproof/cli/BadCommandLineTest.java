package org.flowproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bad command line gives exit code 2, one line, nothing on standard output. */
class BadCommandLineTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | no command given",
        "chek x | did you mean 'check'?",
        "check | CASE",
        "check --jsn oracle/kink | did you mean '--json'?",
        "check no/such/case | no case 'no/such/case'",
        "check oracle/knik | did you mean 'oracle/kink'?",
        "check three-point | did you mean 'early-alignment/three-points'?",
        "check @args | no case '@args'",
        "check --seed 1 | CASE",
        "check oracle/kink --seed | --seed",
        "check oracle/kink --seed -1 | '-1' is not a whole number",
        "check oracle/kink --seed 0x10 | '0x10' is not a whole number",
        "check oracle/kink --seed 1.5 | '1.5' is not a whole number",
        "check oracle/kink --seed 99999999999999999999 | is not a whole number",
        "check oracle/kink --threads 0 | is not a whole number from 1 to 256",
        "check oracle/kink --threads 257 | is not a whole number from 1 to 256",
        "check oracle/kink --threads two | is not a whole number from 1 to 256",
        "check oracle/kink --timeout 0 | is not a number of seconds",
        "check oracle/kink --timeout -3 | is not a number of seconds",
        "check oracle/kink --timeout 1e3 | is not a number of seconds",
        "check oracle/kink --timeout NaN | is not a number of seconds",
        "check oracle/kink --timeout 99999999 | is not a number of seconds",
        "prove no/such/claim | no claim 'no/such/claim'",
        "prove envelopes/norm-grow | did you mean 'envelopes/norm-growth'?",
        "explain | CLAIM",
        "explain norm-growth output-bound | Unmatched argument",
        "explain norm-grwth | did you mean 'envelopes/norm-growth'?",
        "list theorems | theorems",
        "list claims cases | Unmatched argument",
        "run | CASE",
        "run oracle/kink oracle/stick | Unmatched argument",
        "run oracle/kink -o | --output",
        "report | CASE",
        "report no/such/case -o x | no case 'no/such/case'",
        "report oracle/kink --explain | --explain",
        "--verison | did you mean '--version'?",
      })
  void saysWhatIsWrongInOneLine(String line, String expected) {
    CommandLineRun run = CommandLineRun.of(line.isEmpty() ? new String[0] : line.split(" ", -1));
    assertEquals(ExitCode.INPUT, run.code(), run.err());
    assertEquals("", run.out());
    assertEquals(1, run.err().lines().count(), run.err());
    assertTrue(run.err().contains(expected), run.err());
    assertFalse(run.err().contains("Exception"), run.err());
  }
}
