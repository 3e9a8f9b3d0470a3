package org.portevoix.calendar;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portevoix.content.Drafts;
import org.portevoix.contract.Contract;
import org.portevoix.importing.ContractItem;
import org.portevoix.web.Digests;
import tools.jackson.databind.node.ObjectNode;

/** Makes drafts of the events of a file: shown first, all in one transaction, and no event twice. */
@Singleton
class CalendarImport {

    private static final Duration KEPT = Duration.ofDays(1);

    private final Drafts drafts;
    private final CalendarUploadRepository uploads;
    private final CalendarSourceRepository sources;
    private final Clock clock;

    CalendarImport(Drafts drafts, CalendarUploadRepository uploads, CalendarSourceRepository sources, Clock clock) {
        this.drafts = drafts;
        this.uploads = uploads;
        this.sources = sources;
        this.clock = clock;
    }

    /** Keeps a file for its preview, and gives its number; {@link UnreadableFile} where nothing of it can be taken. */
    @Transactional
    public long upload(long account, Contract contract, String kind, byte[] file) {
        read(contract, file);
        uploads.deleteOlder(clock.instant().minus(KEPT));
        CalendarUpload kept =
                uploads.save(new CalendarUpload(null, contract.id(), account, kind, file, clock.instant()));
        return Objects.requireNonNull(kept.id());
    }

    /** What the file would do, event by event, in its own order; empty where there is none of that number. */
    @Transactional
    public Optional<List<Line>> plan(long account, Contract contract, long id) {
        return uploads.findByIdAndContractIdAndAccountId(id, contract.id(), account)
                .map(upload -> lines(contract, upload));
    }

    /** Does it, once; how many were made and changed. Empty where the file is gone. */
    @Transactional
    public Optional<Done> apply(long account, Contract contract, long id) {
        Optional<CalendarUpload> upload = uploads.findByIdAndContractIdAndAccountId(id, contract.id(), account);
        if (upload.isEmpty() || uploads.delete(id) == 0) {
            return Optional.empty();
        }
        int added = 0;
        int changed = 0;
        for (Line line : lines(contract, upload.get())) {
            ObjectNode item = line.event().item(upload.get().kind());
            if (line.what() == What.NEW) {
                keep(contract, line, drafts.add(account, contract, item));
                added++;
            } else if (line.what() == What.CHANGED && line.draft() != null) {
                String revision = drafts.revision(contract, line.draft());
                Optional<ContractItem> now = drafts.change(account, contract, line.draft(), revision, item);
                now.ifPresent(draft -> keep(contract, line, draft));
                changed += now.isPresent() ? 1 : 0;
            }
        }
        return Optional.of(new Done(added, changed));
    }

    private void keep(Contract contract, Line line, ContractItem draft) {
        sources.keep(
                contract.id(),
                hash(line.event()),
                draft.id(),
                line.told(),
                drafts.revision(contract, draft),
                clock.instant());
    }

    private List<FoundEvent> read(Contract contract, byte[] file) {
        return CalendarFile.read(file, contract.zoneId(), LocalDate.now(clock.withZone(contract.zoneId())));
    }

    private List<Line> lines(Contract contract, CalendarUpload upload) {
        List<FoundEvent> found = read(contract, upload.file());
        List<ObjectNode> items =
                found.stream().map(event -> event.item(upload.kind())).toList();
        List<List<String>> problems = drafts.problems(contract, items);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            FoundEvent event = found.get(i);
            String told = HexFormat.of()
                    .formatHex(Digests.sha256(items.get(i).toString().getBytes(StandardCharsets.UTF_8)));
            if (event.refusal() != null) {
                lines.add(new Line(event, What.REFUSED, event.refusal(), List.of(), told, null));
            } else if (!problems.get(i).isEmpty()) {
                lines.add(new Line(event, What.REFUSED, "", problems.get(i), told, null));
            } else {
                lines.add(line(contract, event, told));
            }
        }
        return lines;
    }

    private Line line(Contract contract, FoundEvent event, String told) {
        Optional<CalendarSource> known = sources.find(contract.id(), hash(event));
        if (known.isEmpty()) {
            return new Line(event, What.NEW, "", List.of(), told, null);
        }
        if (known.get().told().equals(told)) {
            return new Line(event, What.SAME, "", List.of(), told, null);
        }
        Optional<ContractItem> draft = drafts.findUnseen(contract, known.get().slug())
                .filter(one -> drafts.revision(contract, one).equals(known.get().revision()));
        return draft.isPresent()
                ? new Line(event, What.CHANGED, "", List.of(), told, draft.get())
                : new Line(event, What.REFUSED, "calendar.desk.refusal.written_here", List.of(), told, null);
    }

    private static byte[] hash(FoundEvent event) {
        return Digests.sha256(event.source().getBytes(StandardCharsets.UTF_8));
    }

    /** What becomes of an event of a file. */
    enum What {
        NEW,
        CHANGED,
        SAME,
        REFUSED
    }

    /**
     * An event of a file, and what becomes of it.
     *
     * @param reason key of why it is refused; "" where it is not, or where problems say it
     * @param told digest of what the file says
     * @param draft what changes; null where nothing does
     */
    record Line(
            FoundEvent event,
            What what,
            String reason,
            List<String> problems,
            String told,
            @Nullable ContractItem draft) {}

    /** How many events. */
    record Done(int added, int changed) {}
}
