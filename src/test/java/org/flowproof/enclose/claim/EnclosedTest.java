package org.flowproof.enclose.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import org.junit.jupiter.api.Test;

/** Who can say ENCLOSED; that nobody else in the package does is in ArchitectureTest. */
class EnclosedTest {
  @Test
  void hasNoConstructorForOthers() {
    assertTrue(Modifier.isFinal(Enclosed.class.getModifiers()));
    for (Constructor<?> constructor : Enclosed.class.getDeclaredConstructors()) {
      assertEquals(
          0, constructor.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED), "" + constructor);
    }
  }
}
