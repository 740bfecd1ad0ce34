package org.flowproof.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Fuzzing for as long as asked: {@code mvn test -Dtest=FormulaFuzzTest -Dfuzz.minutes=60}, with
 * {@code -Dfuzz.seed=N} for other inputs. Fails for inputs that end otherwise than they should, and
 * for files left behind.
 */
@EnabledIfSystemProperty(named = "fuzz.minutes", matches = "[0-9]{1,5}([.][0-9]{1,3})?")
class FormulaFuzzTest {
  @TempDir Path root;

  @Test
  @SuppressWarnings("SystemOut") // the counts are what one runs this for
  void everyInputEndsAsItShouldAndLeavesNothing() throws Exception {
    OwnPlaces places = OwnPlaces.make(root);
    int code =
        places.run(
            System.out::println,
            FormulaFuzz.class,
            System.getProperty("fuzz.minutes"),
            System.getProperty("fuzz.seed", "1"));
    assertEquals(0, code, "the faults are listed above");
    assertEquals(List.of(), places.strays(), "files left behind");
  }
}
