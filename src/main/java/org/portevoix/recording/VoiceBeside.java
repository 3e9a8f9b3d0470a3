package org.portevoix.recording;

import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portevoix.content.Kind;
import org.portevoix.contract.Beside;
import org.portevoix.contract.Visit;
import org.portevoix.language.Languages;

/** Puts the voices of an item on its page: the one in the page's language, and where the others are. */
@Singleton
class VoiceBeside implements Beside {

    private final RecordingRepository recordings;
    private final Languages languages;

    VoiceBeside(RecordingRepository recordings, Languages languages) {
        this.recordings = recordings;
        this.languages = languages;
    }

    @Override
    public String name() {
        return "voice";
    }

    @Override
    public @Nullable Object of(Visit visit, String list, long itemId) {
        List<Recording> found = recordings.findPublic(list, itemId);
        if (found.isEmpty()) {
            return null;
        }
        Recording own = found.stream()
                .filter(one -> one.language().equals(visit.lang()))
                .findFirst()
                .orElse(null);
        return new Voice(
                own == null ? null : own.address(),
                visit.lang(),
                visit.language().direction(),
                own == null ? "" : own.shortText(),
                found.stream()
                        .filter(one -> !one.language().equals(visit.lang()))
                        .flatMap(one -> languages.find(one.language()).stream()
                                .map(language -> new Voice.Other(
                                        language.code(), language.endonym(), language.direction(), href(visit, one))))
                        .toList());
    }

    private static String href(Visit visit, Recording one) {
        Kind kind = Recordings.kind(one);
        return "/" + one.language() + "/" + visit.contract().slug() + kind.publicPath(one.slug());
    }
}
