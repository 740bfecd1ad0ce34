package org.flowproof.flow;

/**
 * The function whose zero a happening is, smooth while the pattern lasts, in the units of {@link
 * Happening#rate}.
 */
final class Switching {
  private final Happening happening;
  private final DensePiece piece;
  private final FlowField field;
  private final StepEngine engine;
  private final byte[] signs;

  /**
   * The function of a happening.
   *
   * @param piece the step in which it was found
   * @param signs of the pulls on the lines that hold the neuron, {@link SegmentMemory#signs}
   */
  Switching(
      Happening happening, DensePiece piece, FlowField field, StepEngine engine, byte[] signs) {
    this.happening = happening;
    this.piece = piece;
    this.field = field;
    this.engine = engine;
    this.signs = signs;
  }

  /** Its value at a state; 0 for happenings that are taken as found. */
  double at(double[] y) {
    Pattern pattern = piece.pattern();
    int j = happening.neuron();
    int l = happening.line();
    return switch (happening.kind()) {
      case HIT -> pattern.side(j, l) * along(y);
      case GRAZE -> pattern.side(j, l) * along(engine.velocity(pattern, y)) * piece.span();
      case EXIT_PLUS -> room(y, 0);
      case EXIT_MINUS -> room(y, 1);
      case REST_ENDS -> {
        field.prepare(y, pattern);
        yield -Math.signum(y[j]) * field.weight(l);
      }
      case ESCAPE, OUTPUT_FLIP -> 0;
    };
  }

  private double room(double[] y, int side) {
    Pattern pattern = piece.pattern();
    field.prepare(y, pattern);
    double[] room = HeldLines.room(field, pattern, happening.neuron(), signs);
    int[] held = pattern.held(happening.neuron());
    int position = 0;
    while (held[position] != happening.line()) {
      position++;
    }
    return room[2 * position + side];
  }

  private double along(double[] y) {
    double[] e = piece.pattern().lines().direction(happening.line());
    int start = piece.pattern().neurons() + happening.neuron() * e.length;
    double sum = 0;
    for (int i = 0; i < e.length; i++) {
      sum += y[start + i] * e[i];
    }
    return sum;
  }
}
