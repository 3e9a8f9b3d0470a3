package org.portevoix.council;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Contract;
import org.portevoix.contract.Contracts;
import org.portevoix.contract.Visit;
import org.portevoix.distress.DistressLooks;
import org.portevoix.distress.Help;
import org.portevoix.language.Calendar;
import org.portevoix.language.Language;
import org.portevoix.language.Messages;
import org.portevoix.language.Texts;
import org.portevoix.language.Translated;
import org.portevoix.receipt.Contribution;
import org.portevoix.receipt.Outcomes;
import org.portevoix.receipt.ReceiptCodes;
import org.portevoix.receipt.Said;
import org.portevoix.web.Layout;

/** The receipt of a formal opinion: by when it is answered, and what came of it. */
@Singleton
class FormalOpinionReceipts implements Contribution {

    private final FormalOpinionRepository opinions;
    private final FormalOpinions moves;
    private final CouncilRepository councils;
    private final Contracts contracts;
    private final Outcomes outcomes;
    private final ReceiptCodes codes;
    private final Texts texts;
    private final Calendar calendar;
    private final Messages messages;
    private final DistressLooks distress;

    FormalOpinionReceipts(
            FormalOpinionRepository opinions,
            FormalOpinions moves,
            CouncilRepository councils,
            Contracts contracts,
            Outcomes outcomes,
            ReceiptCodes codes,
            Texts texts,
            Calendar calendar,
            Messages messages,
            DistressLooks distress) {
        this.opinions = opinions;
        this.moves = moves;
        this.councils = councils;
        this.contracts = contracts;
        this.outcomes = outcomes;
        this.codes = codes;
        this.texts = texts;
        this.calendar = calendar;
        this.messages = messages;
        this.distress = distress;
    }

    @Override
    public Optional<Receipt> find(String code, Language language) {
        return opinions.findByReceiptHash(codes.hash(code)).map(opinion -> receipt(code, language, opinion));
    }

    @Override
    public boolean withdraw(String code) {
        return moves.withdraw(code);
    }

    @Override
    public Map<String, Object> copy(String code) {
        return opinions.findByReceiptHash(codes.hash(code))
                .map(FormalOpinionReceipts::copy)
                .orElse(Map.of());
    }

    private static Map<String, Object> copy(FormalOpinion opinion) {
        Map<String, Object> copy = new LinkedHashMap<>();
        copy.put("formal_opinion", opinion.title());
        copy.put("words", opinion.body());
        copy.put("language", opinion.language());
        copy.put("about", opinion.aboutTitle());
        copy.put("sent_on", opinion.sentOn().toString());
        copy.put("answer_by", opinion.answerBy().toString());
        copy.put("state", opinion.state());
        copy.put("reason", String.valueOf(opinion.reason()));
        copy.put("is_counted", String.valueOf(opinion.isCounted()));
        return copy;
    }

    private Receipt receipt(String code, Language language, FormalOpinion opinion) {
        Contract contract = contracts.find(opinion.contractId()).orElseThrow();
        Visit visit = contracts.visit(language.code(), contract.slug());
        Council council = councils.findById(opinion.councilId()).orElseThrow();
        var page = new FormalOpinionReceiptPage(
                code,
                council.slug(),
                texts.read(language.code(), council.nameText()).get(council.nameText()),
                opinion,
                calendar.day(language.code(), opinion.sentOn()),
                calendar.fullDay(language.code(), opinion.answerBy()),
                outcomes.of(Said.Kind.FORMAL_OPINION, opinion.id(), language.code()),
                distress.helpOnReceipt(opinion.words()));
        return new Receipt(
                "council/receipt",
                new Layout(
                        messages.say(language.code(), "council.receipt.title"),
                        language,
                        "/suivi/" + code,
                        "",
                        visit.heading()),
                page);
    }

    /**
     * What the receipt shows; the days are in words.
     *
     * @param help whom to call, when what was written says that somebody may be in danger
     */
    record FormalOpinionReceiptPage(
            String code,
            String slug,
            Translated council,
            FormalOpinion opinion,
            String sentOn,
            String answerBy,
            List<Outcomes.Outcome> outcomes,
            @Nullable Help help) {

        boolean isAnswered() {
            return outcomes.stream().anyMatch(Outcomes.Outcome::isAnswer);
        }

        @Nullable
        String reason() {
            return opinion.reason();
        }
    }
}
