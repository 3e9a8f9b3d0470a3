package org.portevoix.synthetic;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.portevoix.consultation.Consultations;
import org.portevoix.consultation.OpinionArrivals;
import org.portevoix.participation.Channel;
import org.portevoix.web.FormBody;

/** Gives invented opinions, several at a time as residents would. */
@Singleton
class SyntheticOpinions {

    private static final int RESIDENTS = 32;

    private final OpinionArrivals arrivals;

    SyntheticOpinions(OpinionArrivals arrivals) {
        this.arrivals = arrivals;
    }

    /** Returns once all have their receipts. */
    void give(String contract, List<Consultations.Listed> consultations, SyntheticActs acts, int count) {
        List<Invented> opinions = Stream.generate(() -> new Invented(
                        acts.one(consultations).slug(),
                        new FormBody(acts.opinion()),
                        acts.formKey(),
                        acts.language(),
                        acts.channel()))
                .limit(count)
                .toList();
        try (var residents = Executors.newFixedThreadPool(RESIDENTS)) {
            opinions.stream()
                    .map(one -> CompletableFuture.runAsync(() -> one.give(contract, arrivals), residents))
                    .toList()
                    .forEach(CompletableFuture::join);
        }
    }

    private record Invented(String consultation, FormBody body, String formKey, String language, Channel channel) {

        private void give(String contract, OpinionArrivals arrivals) {
            arrivals.receive(contract, consultation, body, formKey, language, channel);
        }
    }
}
