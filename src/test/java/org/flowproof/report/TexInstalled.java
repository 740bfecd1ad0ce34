package org.flowproof.report;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIf;

/** Runs a test only where latexmk and pdflatex are installed. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@EnabledIf("org.flowproof.report.TexInstalled$Condition#met")
@interface TexInstalled {

  /** Looks for the engine. */
  final class Condition {
    private Condition() {}

    static boolean met() {
      return TexEngine.find().isPresent();
    }
  }
}
