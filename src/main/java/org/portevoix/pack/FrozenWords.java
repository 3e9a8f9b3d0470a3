package org.portevoix.pack;

import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portevoix.consultation.WordsKept;

/**
 * Residents' words in frozen packs. Whoever takes theirs back takes them out of these too: the files that hold them are erased in the
 * same transaction, and a pack without them is frozen in their place (docs/decisions/0032-frozen-packs.md).
 */
@Singleton
class FrozenWords implements WordsKept {
    private final FrozenPackRepository packs;
    private final Voices voices;
    private final Clock clock;

    FrozenWords(FrozenPackRepository packs, Voices voices, Clock clock) {
        this.packs = packs;
        this.voices = voices;
        this.clock = clock;
    }

    @Override
    public void changed(long opinionId) {
        erase(Set.of(opinionId));
    }

    @Override
    public void saidInFrench(long opinionId) {
        packs.findWithVoicesOf(Set.of(opinionId)).forEach(this::areStillShown);
    }

    @Override
    public void gone(long opinionId) {
        erase(Set.of(opinionId));
    }

    /**
     * Whether all the words of a pack are still public, word for word, and what they say in French too, where it was told; where some
     * aren't, its files are erased now.
     */
    @Transactional
    boolean areStillShown(long packId) {
        List<FrozenVoice> kept = packs.findVoices(packId);
        Map<Long, Pack.Voice> now =
                voices.now(kept.stream().map(FrozenVoice::opinionId).toList());
        Set<Long> gone = new HashSet<>();
        for (FrozenVoice voice : kept) {
            if (!voice.isSaidBy(now.get(voice.opinionId()))) {
                gone.add(voice.opinionId());
            }
        }
        erase(gone);
        return gone.isEmpty();
    }

    /** Those taken down by a moderator, which nobody tells; on each machine. */
    @Scheduled(fixedDelay = "10m", initialDelay = "${portevoix.jobs.first:2m}")
    void look() {
        packs.findWithVoices().forEach(this::areStillShown);
    }

    private void erase(Set<Long> opinionIds) {
        if (!opinionIds.isEmpty()) {
            List<Long> touched = packs.findWithVoicesOf(opinionIds);
            if (!touched.isEmpty()) {
                packs.eraseVoices(opinionIds);
                packs.eraseFiles(touched, clock.instant());
            }
        }
    }
}
