package org.fenceline.exchange.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.fenceline.core.entry.json.Json;

/**
 * A body as it is put together: members by their paths, such as {@code killed.unknown} or {@code
 * lines[0].lot}; a later path goes into what an earlier one put there.
 */
final class BodyDraft {
  private Json root = Json.object().build();

  void put(String path, Json value) {
    root = put(root, List.of(path.replace("[", ".[").split("\\.")), value);
  }

  Json.Obj build() {
    return (Json.Obj) root;
  }

  private static Json put(Json into, List<String> path, Json value) {
    if (path.isEmpty()) {
      return value;
    }
    String step = path.getFirst();
    List<String> rest = path.subList(1, path.size());
    if (step.matches("\\[\\d{1,3}\\]")) {
      List<Json> items = new ArrayList<>(into instanceof Json.Arr list ? list.items() : List.of());
      int index = Integer.parseInt(step.substring(1, step.length() - 1));
      while (items.size() <= index) {
        items.add(Json.object().build());
      }
      items.set(index, put(items.get(index), rest, value));
      return new Json.Arr(items);
    }
    SequencedMap<String, Json> members =
        new LinkedHashMap<>(
            into instanceof Json.Obj object ? object.members() : java.util.Map.of());
    members.put(step, put(members.getOrDefault(step, Json.object().build()), rest, value));
    return new Json.Obj(members);
  }
}
