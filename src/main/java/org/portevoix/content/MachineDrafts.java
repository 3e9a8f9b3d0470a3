package org.portevoix.content;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.portevoix.contract.Contract;
import org.portevoix.importing.ContractItem;
import org.portevoix.language.Digest;
import org.portevoix.language.Language;
import org.portevoix.language.MachineTranslator;
import org.portevoix.language.Origin;
import org.portevoix.language.Translations;
import org.portevoix.language.Translations.Coverage;
import org.portevoix.language.Translations.Line;
import org.portevoix.language.Translations.Translation;

/** Has a machine write first drafts. Who asks answers for them: somebody else reads them before residents do. */
@Singleton
class MachineDrafts {
    /** The person waits meanwhile; what is not there by then is asked for again. */
    private static final Duration ALL_OF_IT = Duration.ofSeconds(25);

    private static final int REFUSED_IN_A_ROW = 2;

    private final MachineTranslator machine;
    private final Translations translations;
    private final TranslationDesk desk;
    private final Contents contents;
    private final Clock clock;

    MachineDrafts(
            MachineTranslator machine,
            Translations translations,
            TranslationDesk desk,
            Contents contents,
            Clock clock) {
        this.machine = machine;
        this.translations = translations;
        this.desk = desk;
        this.contents = contents;
        this.clock = clock;
    }

    /** Whether there is a machine for this item: what is told to those who registered alone is not sent anywhere. */
    boolean isFor(ContractItem item) {
        return machine.isThere() && !item.body().path("sensitive").asBoolean(false);
    }

    /** Drafts of what has none and is missing or stale; gives how many paragraphs were written. */
    int write(Contract contract, Kind kind, String slug, String language, long account) {
        ContractItem item = contents.find(contract, kind, slug);
        Instant end = clock.instant().plus(ALL_OF_IT);
        List<TranslationDesk.Written> written = new ArrayList<>();
        int refused = 0;
        // Outside of any transaction: the machine may be slow.
        for (Map.Entry<Long, Translation> text :
                translations.of(item.texts().values(), language).entrySet()) {
            for (Line line : text.getValue().lines()) {
                boolean isWanted = (line.coverage() == Coverage.MISSING || line.coverage() == Coverage.STALE)
                        && !line.source().equals(Place.UNWRITTEN);
                if (isWanted && refused < REFUSED_IN_A_ROW && clock.instant().isBefore(end)) {
                    var words = machine.translate(line.source(), Language.SOURCE, language);
                    refused = words.isPresent() ? 0 : refused + 1;
                    words.ifPresent(body -> written.add(new TranslationDesk.Written(
                            text.getKey(), line.digest(), Digest.of(line.body()), body, Origin.MACHINE)));
                }
            }
        }
        return desk.keep(contract, kind, slug, language, written, account);
    }
}
