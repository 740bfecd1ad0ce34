package org.flowproof.problem.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.SeededStream;
import org.flowproof.problem.Vec;

/**
 * Keeps the samples of two classes, holding no more of them at a time than will be taken.
 *
 * <p>Every sample of the file, of whatever class, gets a key: its place in the file, or the next 64
 * bits of a seeded stream. The samples of a class with the smallest keys are taken. So a seeded
 * draw is uniform without replacement; a smaller draw is part of a larger one; and the draw of one
 * class does not depend on the other class chosen.
 */
public final class ClassPicker implements SampleSink {
  /** Different labels that are counted for messages; a file of measurements can have millions. */
  private static final int MAX_COUNTED = 200;

  /** A sample with its key and its place in the file, from 1. */
  @SuppressWarnings("ArrayRecordComponent") // compared by key alone, never by content
  private record Kept(long key, int place, double y, double[] x) {}

  private static final Comparator<Kept> BY_KEY =
      Comparator.comparingLong(Kept::key).thenComparingInt(Kept::place);

  /** One class; the sample that would go first is at the head. */
  private static final class Side {
    private final double y;
    private final int limit;
    private final PriorityQueue<Kept> kept = new PriorityQueue<>(BY_KEY.reversed());
    private int found;

    private Side(double y, int limit) {
      this.y = y;
      this.limit = limit;
    }
  }

  private final ClassSelection selection;
  private final Optional<SeededStream> stream;
  private final Side plus;
  private final Side minus;
  private final SortedMap<ClassLabel, Integer> counts = new TreeMap<>(ClassLabel.ORDER);
  private int place;
  private Side side;
  private long key;

  /**
   * @param selection what to keep
   */
  public ClassPicker(ClassSelection selection) {
    this.selection = selection;
    this.stream =
        selection.seed().isPresent()
            ? Optional.of(
                new SeededStream(selection.seed().getAsLong(), SeededStream.Purpose.SELECTION))
            : Optional.empty();
    this.plus = new Side(1, selection.takePlus());
    this.minus = new Side(-1, selection.takeMinus());
  }

  @Override
  public boolean takesWords() {
    return true;
  }

  @Override
  public boolean offer(ClassLabel label) {
    place++;
    key = stream.map(SeededStream::nextBits).orElse((long) place);
    if (counts.size() < MAX_COUNTED || counts.containsKey(label)) {
      counts.merge(label, 1, Integer::sum);
    }
    boolean isPlus = label.equals(selection.plus());
    if (!isPlus && !label.equals(selection.minus())) {
      return false;
    }
    side = isPlus ? plus : minus;
    side.found++;
    return side.kept.size() < side.limit || key < side.kept.element().key();
  }

  @Override
  public void put(double[] x) {
    if (side.kept.size() == side.limit) {
      side.kept.remove();
    }
    side.kept.add(new Kept(key, place, side.y, x));
    LabelledSamples.refuseTooMany((long) plus.kept.size() + minus.kept.size(), x.length);
  }

  /** How many samples of the class with label 1 the file has. */
  public int foundPlus() {
    return plus.found;
  }

  /** How many samples of the class with label -1 the file has. */
  public int foundMinus() {
    return minus.found;
  }

  /** Numbers of samples by label; of the first labels only where there are very many. */
  public SortedMap<ClassLabel, Integer> counts() {
    return counts;
  }

  /** What was kept, in the order of the file; at least one sample of each class was found. */
  public LabelledSamples samples() {
    List<Kept> all = new ArrayList<>(plus.kept);
    all.addAll(minus.kept);
    all.sort(Comparator.comparingInt(Kept::place));
    return new LabelledSamples(
        Matrix.of(all.stream().map(Kept::x).toArray(double[][]::new)),
        Vec.of(all.stream().mapToDouble(Kept::y).toArray()),
        all.stream().map(Kept::place).toList());
  }
}
