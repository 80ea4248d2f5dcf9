package org.fenceline.core.finding.land;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.body.MinefieldRecord;
import org.fenceline.core.entry.body.PositionsRecount;
import org.fenceline.core.entry.value.Attachment;
import org.fenceline.core.entry.value.Sha256;
import org.fenceline.core.finding.Finding;
import org.fenceline.core.finding.Finding.Weight;
import org.fenceline.core.finding.Rule;
import org.fenceline.core.finding.Views;
import org.fenceline.core.land.book.Recorded;

/** Whoever opened sealed positions last counted otherwise than their record says. */
final class PositionsRecounted implements Rule {

  @Override
  public String name() {
    return "positions-recounted";
  }

  @Override
  public String question() {
    return "Did whoever opened sealed positions count otherwise than their record says?";
  }

  @Override
  public List<Finding> judge(Views views) {
    Map<Sha256, Logged> newest = new HashMap<>();
    for (Logged entry : views.standing()) {
      if (entry.body() instanceof PositionsRecount recount) {
        newest.put(recount.address(), entry);
      }
    }
    List<Finding> findings = new ArrayList<>();
    for (Recorded<MinefieldRecord> field : views.land().fields()) {
      Optional<Logged> recount = field.body().positions().map(Attachment::address).map(newest::get);
      recount
          .filter(entry -> differs(field.body(), entry))
          .ifPresent(entry ->
              findings.add(
                  Finds.open(
                      this,
                      Weight.DISCREPANCY,
                      "minefield %s: whoever opened its positions counted otherwise than the record says"
                          .formatted(field.body().field()),
                      field.entry(),
                      entry)));
    }
    return findings;
  }

  private static boolean differs(MinefieldRecord field, Logged entry) {
    return entry.body() instanceof PositionsRecount recount
        && (recount.counted().isEmpty()
            || field.sealedPositions().isEmpty()
            || !field.sealedPositions().get().agreesWith(recount.counted().get()));
  }
}
