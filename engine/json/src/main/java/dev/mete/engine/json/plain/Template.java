package dev.mete.engine.json.plain;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mete.engine.decision.Plan;
import dev.mete.engine.decision.PlanSlots;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What is written for a plan of one model and effort, but for its cap and its thinking: made by writing it for a plan with two numbers that nothing else has,
 * and tried on others. Immutable, thread-safe.
 */
final class Template {
    private static final long CAP = 900_000_000_000_000_017L;
    private static final long THINKING = 900_000_000_000_000_029L;
    private static final long OTHER_CAP = 41;
    private static final long OTHER_THINKING = 7;

    private final byte[][] texts;

    /** Whether the hole behind each text but the last is that of the cap. */
    private final boolean[] isCap;

    private Template(byte[][] texts, boolean[] isCap) {
        this.texts = texts;
        this.isCap = isCap;
    }

    /** Writes something of a plan as fields of an object. */
    interface Form {
        void write(JsonGenerator out, Plan plan) throws IOException;
    }

    /**
     * The template of a form; nothing where what is written depends on the numbers in another way than by showing them.
     *
     * @param plan any plan of the model and effort
     */
    static Optional<Template> of(Plan plan, Form form) {
        String shown = fields(numbered(plan, CAP, THINKING), form);
        List<byte[]> texts = new ArrayList<>();
        List<Boolean> isCap = new ArrayList<>();
        int from = 0;
        for (int hole = next(shown, from); hole >= 0; hole = next(shown, from)) {
            texts.add(shown.substring(from, hole).getBytes(StandardCharsets.UTF_8));
            isCap.add(shown.startsWith(Long.toString(CAP), hole));
            from = hole + Long.toString(CAP).length();
        }
        texts.add(shown.substring(from).getBytes(StandardCharsets.UTF_8));
        var holes = new boolean[isCap.size()];
        for (int i = 0; i < holes.length; i++) {
            holes[i] = isCap.get(i);
        }
        var template = new Template(texts.toArray(byte[][]::new), holes);
        return template.isRight(plan, form) ? Optional.of(template) : Optional.empty();
    }

    private static int next(String shown, int from) {
        int cap = shown.indexOf(Long.toString(CAP), from);
        int thinking = shown.indexOf(Long.toString(THINKING), from);
        return cap < 0 ? thinking : thinking < 0 ? cap : Math.min(cap, thinking);
    }

    private boolean isRight(Plan plan, Form form) {
        var filled = new AsciiBytes();
        write(filled, OTHER_CAP, OTHER_THINKING);
        byte[] written = fields(numbered(plan, OTHER_CAP, OTHER_THINKING), form).getBytes(StandardCharsets.UTF_8);
        return Arrays.equals(written, filled.copy());
    }

    private static Plan numbered(Plan plan, long cap, long thinking) {
        return new Plan(plan.model(), plan.effort(), cap, thinking, Plan.NO_TIMEOUT);
    }

    private static String fields(Plan plan, Form form) {
        return Fragments.fields(out -> form.write(out, plan));
    }

    /** Writes the plan's numbers into the template. */
    void write(AsciiBytes out, PlanSlots plan) {
        write(out, plan.tokenCap(), plan.thinkingTokens());
    }

    private void write(AsciiBytes out, long cap, long thinking) {
        for (int i = 0; i < isCap.length; i++) {
            out.add(texts[i]);
            out.add(isCap[i] ? cap : thinking);
        }
        out.add(texts[isCap.length]);
    }
}
