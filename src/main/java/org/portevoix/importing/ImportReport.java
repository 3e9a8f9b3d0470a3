package org.portevoix.importing;

import static org.portevoix.importing.ImportWords.say;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What came of an import. Where there are faults or refusals, nothing was written.
 *
 * @param file its name, as shown to the operator
 * @param created items new to the site, as action/plomb
 * @param updated fields that changed, as action/plomb: titre (ar)
 * @param unchanged how many fields of the file the site already had
 * @param refused what the file would overwrite though it was edited at the desk, or must not change any more
 */
public record ImportReport(
        String file,
        List<Fault> faults,
        List<String> refused,
        List<String> created,
        List<String> updated,
        int unchanged) {
    private static final int MOST_LINES = 100;

    static ImportReport ofFaults(String file, List<Fault> faults) {
        return new ImportReport(
                file, faults.stream().distinct().sorted(Fault.BY_LINE).toList(), List.of(), List.of(), List.of(), 0);
    }

    public boolean isDone() {
        return faults.isEmpty() && refused.isEmpty();
    }

    /** What to print, line by line, in French. */
    public List<String> lines() {
        if (!faults.isEmpty()) {
            return listed(faults.stream().map(fault -> fault.in(file)), say("report.faults", faults.size()));
        }
        if (!refused.isEmpty()) {
            return listed(refused.stream(), say("report.refused", refused.size()));
        }
        return listed(
                Stream.concat(
                        created.stream().map(item -> say("report.created", item)),
                        updated.stream().map(field -> say("report.updated", field))),
                say("report.done", created.size(), updated.size(), unchanged));
    }

    private static List<String> listed(Stream<String> all, String last) {
        List<String> lines = new ArrayList<>(all.toList());
        if (lines.size() > MOST_LINES) {
            String more = say("report.more", lines.size() - MOST_LINES);
            lines.subList(MOST_LINES, lines.size()).clear();
            lines.add(more);
        }
        lines.add(last);
        return lines;
    }
}
