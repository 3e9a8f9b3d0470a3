package org.portevoix.recording;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.portevoix.content.Kind;
import org.portevoix.contract.Contract;
import org.portevoix.importing.ContractItem;
import org.portevoix.web.KeptBytes;
import org.portevoix.web.NotFound;
import org.portevoix.web.PageChanges;

/** Keeps voices, shows them once a second person has listened, and lets them go. */
@Singleton
@Transactional
class Recordings {

    private final RecordingRepository recordings;
    private final PageChanges pages;
    private final Clock clock;

    Recordings(RecordingRepository recordings, PageChanges pages, Clock clock) {
        this.recordings = recordings;
        this.pages = pages;
        this.clock = clock;
    }

    /** In the place of one that waits in this language; one that is public stays until this one is. */
    void keep(Contract contract, Kind kind, ContractItem item, RecordingForm form, Sound sound, long accountId) {
        recordings.remove(kind.list(), item.id(), form.language(), "WAITING");
        recordings.add(
                contract.id(),
                kind.list(),
                item.id(),
                item.slug(),
                form.language(),
                form.shortText(),
                sound.mediaType(),
                sound.seconds(),
                KeptBytes.digest(form.file()),
                form.file(),
                accountId,
                clock.instant());
    }

    /** False where it is this person's own, or waits no more. */
    boolean publish(Contract contract, long id, long accountId) {
        Recording recording = recordings.find(contract.id(), id).orElseThrow(NotFound::new);
        if (recording.isPublic() || recording.recorderId() == accountId) {
            return false;
        }
        recordings.remove(recording.list(), recording.itemId(), recording.language(), "PUBLIC");
        if (recordings.publish(id, accountId) == 0) {
            throw new NotFound();
        }
        changed(recording);
        return true;
    }

    /** For good: the one whose voice it is may ask for it at any time. */
    Recording withdraw(Contract contract, long id) {
        Recording recording = recordings.find(contract.id(), id).orElseThrow(NotFound::new);
        recordings.remove(contract.id(), id);
        changed(recording);
        return recording;
    }

    int withdrawRecordedBefore(long contractId, Instant before) {
        List<Recording> past = recordings.findRecordedBefore(contractId, before);
        past.forEach(one -> {
            recordings.remove(contractId, one.id());
            changed(one);
        });
        return past.size();
    }

    private void changed(Recording recording) {
        pages.changed(kind(recording).tags(recording.contractId(), recording.itemId()));
    }

    static Kind kind(Recording recording) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.list().equals(recording.list()))
                .findFirst()
                .orElseThrow();
    }
}
