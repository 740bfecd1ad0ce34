package org.flowproof.flow;

import java.util.List;
import org.junit.jupiter.api.Test;

class DiagTest {
  @Test
  void diag() {
    double tol = Double.parseDouble(System.getProperty("tol", "1e-12"));
    for (OracleProblem p : OracleProblem.all()) {
      if (p.descent()) {
        continue;
      }
      long t0 = System.nanoTime();
      Trajectory tr = new ReferenceIntegrator().integrate(p.problem(tol));
      StringBuilder sb =
          new StringBuilder(
              p.id()
                  + " end "
                  + tr.endTime()
                  + " "
                  + tr.stopReason()
                  + " "
                  + tr.cost()
                  + " nonu "
                  + tr.nonUniqueness()
                  + " ms "
                  + (System.nanoTime() - t0) / 1000000);
      if (p.unique()) {
        for (OracleProblem.Answer a : p.answers()) {
          if (a.t() > tr.endTime()) {
            break;
          }
          State s = tr.at(a.t());
          double rel = 0, cov = 0;
          for (int j = 0; j < a.a().length(); j++) {
            double norm = a.a().get(j) * a.a().get(j), err = Math.abs(s.a(j) - a.a().get(j));
            cov = Math.max(cov, err / s.errorOfA(j));
            for (int i = 0; i < a.w().columns(); i++) {
              norm += a.w().get(j, i) * a.w().get(j, i);
              double e = Math.abs(s.w(j, i) - a.w().get(j, i));
              cov = Math.max(cov, e / s.errorOfW(j));
              err = Math.max(err, e);
            }
            rel = Math.max(rel, err / Math.sqrt(norm));
          }
          sb.append(
              String.format(
                  java.util.Locale.ROOT, "%n   t %.3f rel %.2e err/est %.2e", a.t(), rel, cov));
        }
        List<Event> ex = p.events();
        List<Event> got = tr.events();
        sb.append("\n   events expected " + ex.size() + " got " + got.size());
        double worst = 0;
        for (int i = 0; i < Math.max(ex.size(), got.size()); i++) {
          Event e = i < ex.size() ? ex.get(i) : null, g = i < got.size() ? got.get(i) : null;
          boolean same =
              e != null
                  && g != null
                  && e.neuron() == g.neuron()
                  && e.sample() == g.sample()
                  && e.kind() == g.kind()
                  && e.direction() == g.direction();
          if (same) worst = Math.max(worst, Math.abs(e.time() - g.time()));
          if (!same
              || Math.abs(e.time() - g.time()) > 1e-9
              || Math.abs(e.time() - g.time()) > g.timeError())
            sb.append("\n    exp " + e + "\n    got " + g);
        }
        sb.append("\n   worst event time " + worst);
      } else {
        for (Event e : tr.events()) sb.append("\n   " + e);
        sb.append("\n want " + p.nonUniqueTime());
      }
      System.out.println(sb);
    }
  }
}
