package org.fenceline.core.law.rule;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One article of the law, or one rule of custom. */
public sealed interface Article permits ApmbcArticle, ApiiArticle, OtherArticle {

  /** How it is cited, such as {@code APMBC 1(1)(b)}. */
  String citation();

  /** What it says of the act; empty where it does not hold. */
  Optional<Applied> apply(Circumstances circumstances);

  /** All articles, those of the mine treaties first. */
  static List<Article> all() {
    return Stream.<Article>concat(
            Stream.concat(Stream.of(ApmbcArticle.values()), Stream.of(ApiiArticle.values())),
            Stream.of(OtherArticle.values()))
        .toList();
  }
}
