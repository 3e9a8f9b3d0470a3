package org.portevoix.home;

import jakarta.inject.Singleton;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Contract;
import org.portevoix.contract.Visit;
import org.portevoix.language.Calendar;
import org.portevoix.language.Messages;
import org.portevoix.language.Texts;
import org.portevoix.language.TextsRead;
import org.portevoix.language.Translated;
import org.portevoix.web.NotFound;
import org.portevoix.web.Page;

/** What the partners found out together before the contract, and how residents take part in all of it. */
@Singleton
class ContractTextPages {

    private final Texts texts;
    private final Messages messages;
    private final Calendar calendar;

    ContractTextPages(Texts texts, Messages messages, Calendar calendar) {
        this.texts = texts;
        this.messages = messages;
        this.calendar = calendar;
    }

    /** NotFound while it is not written. */
    Page diagnosis(Visit visit) {
        Contract contract = visit.contract();
        if (contract.diagnosisText() == null) {
            throw new NotFound();
        }
        TextsRead read = texts.read(visit.lang(), Stream.of(contract.diagnosisText(), contract.diagnosisWhoText()));
        var content = new Diagnosis(
                read.get(contract.diagnosisText()),
                read.find(contract.diagnosisWhoText()),
                contract.diagnosisOn() == null ? null : calendar.fullDay(visit.lang(), contract.diagnosisOn()),
                read.hasFallback(),
                read.hasStale());
        return page(visit, "home/diagnosis", "home.diagnosis.title", "/contrat/diagnostic", content);
    }

    /** NotFound while it is not written. */
    Page strategy(Visit visit) {
        Contract contract = visit.contract();
        if (!contract.hasStrategy()) {
            throw new NotFound();
        }
        TextsRead read =
                texts.read(visit.lang(), Stream.of(contract.aimsText(), contract.reachText(), contract.followText()));
        var content = new Strategy(
                read.find(contract.aimsText()),
                read.find(contract.reachText()),
                read.find(contract.followText()),
                read.hasFallback(),
                read.hasStale());
        return page(visit, "home/strategy", "home.strategy.title", "/contrat/participation", content);
    }

    private Page page(Visit visit, String template, String title, String path, Object content) {
        return new Page(
                template,
                visit.layout(messages.say(visit.lang(), title), path, ""),
                content,
                Set.of(visit.contract().tag()));
    }

    /**
     * The shared diagnosis.
     *
     * @param who made it, and how residents took part
     * @param day on which it was made, in words
     */
    record Diagnosis(
            Translated text,
            @Nullable Translated who,
            @Nullable String day,
            boolean hasFallback,
            boolean hasStale) {}

    /** The participation strategy of the contract. */
    record Strategy(
            @Nullable Translated aims,
            @Nullable Translated reach,
            @Nullable Translated follow,
            boolean hasFallback,
            boolean hasStale) {}
}
