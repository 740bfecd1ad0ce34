package org.flowproof.cli;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.flowproof.check.LiveFormulas;
import org.flowproof.flow.Event;
import org.flowproof.flow.LiveRun;
import org.flowproof.flow.stream.LiveView;
import org.flowproof.flow.stream.OutputTimes;
import org.flowproof.flow.stream.Spool;
import org.flowproof.report.CsvTable;

/**
 * The tables of a run that grow while it goes on: observables at the times asked for, and events.
 * Nothing that was written is kept in memory.
 */
final class LiveTables implements AutoCloseable {
  static final String OBSERVABLES = "observables.csv";
  static final String EVENTS = "events.csv";

  private final LiveView view;
  private final LiveFormulas.Reading reading;
  private final OutputTimes times;
  private final Spool observables;
  private final Spool events;
  private int next;

  private LiveTables(
      LiveView view,
      LiveFormulas formulas,
      OutputTimes times,
      Spool observables,
      Spool events,
      int next) {
    this.view = view;
    this.times = times;
    this.observables = observables;
    this.events = events;
    this.next = next;
    reading = formulas.along(view);
  }

  /**
   * How far the tables had grown.
   *
   * @param next position of the first time not read
   * @param observables what was in the table of observables
   * @param events what was in the table of events
   */
  record Mark(int next, Spool.Mark observables, Spool.Mark events) {

    void save(DataOutput out) throws IOException {
      out.writeInt(next);
      for (Spool.Mark mark : List.of(observables, events)) {
        out.writeLong(mark.length());
        out.writeUTF(mark.sha256());
      }
    }

    /**
     * Reads what was saved.
     *
     * @param most number of times that are asked for
     * @throws IOException when there is less, or what no run leaves
     */
    static Mark read(DataInput in, int most) throws IOException {
      Mark mark =
          new Mark(
              in.readInt(),
              new Spool.Mark(in.readLong(), in.readUTF()),
              new Spool.Mark(in.readLong(), in.readUTF()));
      if (mark.next < 0 || mark.next > most) {
        throw new IOException("the next time is number " + mark.next + " of " + most);
      }
      if (mark.observables.length() < 0 || mark.events.length() < 0) {
        throw new IOException("a table of a negative length");
      }
      return mark;
    }
  }

  /**
   * Tables with nothing but their heads.
   *
   * @param place where each table goes, by its name
   * @param comment the first line of each table, by what it is about
   */
  static LiveTables begin(
      LiveView view,
      LiveFormulas formulas,
      OutputTimes times,
      Function<String, Path> place,
      Function<String, String> comment)
      throws IOException {
    Spool observables = Spool.create(place.apply(OBSERVABLES));
    Spool events = Spool.create(place.apply(EVENTS));
    List<String> header = new ArrayList<>(List.of("t"));
    header.addAll(formulas.columns());
    observables.append(comment.apply("observables over time") + CsvTable.line(header));
    events.append(comment.apply("events in order of time") + RunFiles.EVENT_HEADER);
    return new LiveTables(view, formulas, times, observables, events, 0);
  }

  /**
   * Tables that go on from a mark.
   *
   * @param source where the tables of the mark are, verified
   */
  static LiveTables resume(
      LiveView view,
      LiveFormulas formulas,
      OutputTimes times,
      Function<String, Path> place,
      Function<String, Path> source,
      Mark mark)
      throws IOException {
    Path one = source.apply(OBSERVABLES);
    Path two = source.apply(EVENTS);
    return new LiveTables(
        view,
        formulas,
        times,
        Spool.resume(one, mark.observables(), place.apply(OBSERVABLES)),
        Spool.resume(two, mark.events(), place.apply(EVENTS)),
        mark.next());
  }

  /** Writes what the last part of a run has brought. */
  void take(LiveRun run) throws IOException {
    take(run, () -> true);
  }

  /**
   * Writes what the last part of a run has brought, unless it is given up.
   *
   * @param goesOn asked before each reading
   * @return false when it was given up, somewhere in the middle
   */
  boolean take(LiveRun run, BooleanSupplier goesOn) throws IOException {
    boolean over = run.stopReason().isPresent();
    while (next < times.times().length()) {
      double time = times.times().get(next);
      if (!(time < run.time() || (over && time == run.time()))) {
        break;
      }
      if (!goesOn.getAsBoolean()) {
        return false;
      }
      view.look(run.at(time));
      double[] values = reading.row();
      double[] row = new double[values.length + 1];
      row[0] = time;
      System.arraycopy(values, 0, row, 1, values.length);
      observables.append(CsvTable.line(row));
      next++;
    }
    for (Event event : run.takeEvents()) {
      events.append(RunFiles.line(event));
    }
    return true;
  }

  /** Drops what was written since a mark of these tables. */
  void backTo(Mark mark) throws IOException {
    next = mark.next();
    observables.backTo(mark.observables());
    events.backTo(mark.events());
  }

  /** Brings everything to the disk. */
  Mark mark() throws IOException {
    return new Mark(next, observables.mark(), events.mark());
  }

  @Override
  public void close() throws IOException {
    try {
      observables.close();
    } finally {
      events.close();
    }
  }
}
