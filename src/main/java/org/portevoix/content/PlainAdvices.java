package org.portevoix.content;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.portevoix.content.PlainAdvice.HardField;
import org.portevoix.contract.Contract;
import org.portevoix.glossary.Advised;
import org.portevoix.glossary.PlainTexts;
import org.portevoix.plain.Reading;
import org.portevoix.plain.Remark;
import tools.jackson.databind.JsonNode;

/** Says in plain words what is hard to read in an item, field by field. */
@Singleton
class PlainAdvices {

    private final Plainness plainness;
    private final FieldViews views;
    private final PlainTexts texts;

    PlainAdvices(Plainness plainness, FieldViews views, PlainTexts texts) {
        this.plainness = plainness;
        this.views = views;
        this.texts = texts;
    }

    PlainAdvice of(Contract contract, Kind kind, JsonNode item) {
        Map<String, Reading> readings = plainness.of(contract, kind, item);
        if (readings.isEmpty()) {
            return PlainAdvice.NONE;
        }
        Map<String, List<Advised>> byField = new LinkedHashMap<>();
        List<HardField> hard = new ArrayList<>();
        long grave = 0;
        long all = 0;
        for (Map.Entry<String, Reading> text : readings.entrySet()) {
            Reading reading = text.getValue();
            byField.put(text.getKey(), texts.advised(contract, reading));
            all += reading.remarks().size();
            grave += reading.remarks().stream().filter(Remark::isGrave).count();
            if (!reading.isPlain()) {
                hard.add(new HardField("c-" + text.getKey().replace('.', '-'), views.label(kind, text.getKey())));
            }
        }
        return new PlainAdvice(true, hard.isEmpty(), texts.result(grave, all), hard, byField);
    }
}
