package vn.outreach.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every diagram can be read at the width of a page and in Cockpit: a long process goes on in the next row. */
class DiagramTest {

    /** In the units of BPMN's diagrams, where a task is 80 high. */
    private static final double WIDEST = 2_400;

    /** Lines and shapes that are this near only touch. */
    private static final double TOUCH = 1;

    private static final Map<String, BpmnModelInstance> MODELS = Models.all();

    private record Stretch(String flow, String source, String target, Line2D line) {}

    static Collection<String> models() {
        return MODELS.keySet();
    }

    @ParameterizedTest
    @MethodSource("models")
    void noDiagramIsWiderThanAPage(String name) {
        Collection<Rectangle2D> shapes = shapes(name).values();
        double left = xs(shapes, Rectangle2D::getMinX).min().orElseThrow();
        double right = xs(shapes, Rectangle2D::getMaxX).max().orElseThrow();
        assertThat(right - left).isLessThanOrEqualTo(WIDEST);
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyFlowRunsAtRightAngles(String name) {
        assertThat(stretches(name)).allSatisfy(stretch -> assertThat(
                        Math.min(Math.abs(stretch.line.getX1() - stretch.line.getX2()), Math.abs(stretch.line.getY1() - stretch.line.getY2())))
                .as(stretch.flow)
                .isLessThanOrEqualTo(TOUCH));
    }

    @ParameterizedTest
    @MethodSource("models")
    void flowsDoNotCross(String name) {
        List<Stretch> stretches = stretches(name);
        Set<String> crossings = new TreeSet<>();
        for (Stretch one : stretches) {
            for (Stretch other : stretches) {
                if (one.flow.compareTo(other.flow) < 0 && cross(one.line, other.line)) {
                    crossings.add(one.flow + " x " + other.flow);
                }
            }
        }
        assertThat(crossings).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void shapesDoNotOverlap(String name) {
        Map<String, Set<String>> around = around(name);
        Map<String, Rectangle2D> shapes = shapes(name);
        Set<String> overlaps = new TreeSet<>();
        shapes.forEach((one, box) -> shapes.forEach((other, otherBox) -> {
            boolean apart = !around.get(one).contains(other) && !around.get(other).contains(one);
            if (one.compareTo(other) < 0 && apart && smaller(box).intersects(smaller(otherBox))) {
                overlaps.add(one + " + " + other);
            }
        }));
        assertThat(overlaps).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void noFlowRunsThroughAShape(String name) {
        Map<String, Set<String>> around = around(name);
        Map<String, Rectangle2D> shapes = shapes(name);
        Set<String> through = new TreeSet<>();
        for (Stretch stretch : stretches(name)) {
            Set<String> own = new HashSet<>(around.get(stretch.source));
            own.addAll(around.get(stretch.target));
            shapes.forEach((id, box) -> {
                if (!own.contains(id) && smaller(box).intersectsLine(stretch.line)) {
                    through.add(stretch.flow + " through " + id);
                }
            });
        }
        assertThat(through).isEmpty();
    }

    private static Map<String, Rectangle2D> shapes(String name) {
        Map<String, Rectangle2D> shapes = new LinkedHashMap<>();
        Models.elements(MODELS.get(name), BpmnShape.class).forEach(shape -> {
            Bounds bounds = shape.getBounds();
            shapes.put(shape.getBpmnElement().getId(), new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight()));
        });
        return shapes;
    }

    private static List<Stretch> stretches(String name) {
        List<Stretch> stretches = new ArrayList<>();
        Models.elements(MODELS.get(name), BpmnEdge.class).forEach(edge -> {
            if (!(edge.getBpmnElement() instanceof SequenceFlow flow)) {
                return;
            }
            String source = flow.getSource().getId();
            String target = flow.getTarget().getId();
            List<Waypoint> points = new ArrayList<>(edge.getWaypoints());
            for (int i = 1; i < points.size(); i++) {
                Waypoint from = points.get(i - 1);
                Waypoint to = points.get(i);
                stretches.add(new Stretch(flow.getId(), source, target, new Line2D.Double(from.getX(), from.getY(), to.getX(), to.getY())));
            }
        });
        return stretches;
    }

    /** For every element: itself, the element whose border it sits on, and all the sub-processes that it lies in. */
    private static Map<String, Set<String>> around(String name) {
        Map<String, Set<String>> around = new HashMap<>();
        Models.elements(MODELS.get(name), FlowNode.class).forEach(node -> {
            Set<String> of = new HashSet<>(Set.of(node.getId()));
            if (node instanceof BoundaryEvent boundary) {
                of.add(boundary.getAttachedTo().getId());
            }
            for (ModelElementInstance at = node.getParentElement(); at instanceof SubProcess part; at = at.getParentElement()) {
                of.add(part.getId());
            }
            around.put(node.getId(), of);
        });
        return around;
    }

    /** Two flows may meet where one ends; they may not go over each other. */
    private static boolean cross(Line2D one, Line2D other) {
        return one.relativeCCW(other.getP1()) * one.relativeCCW(other.getP2()) < 0
                && other.relativeCCW(one.getP1()) * other.relativeCCW(one.getP2()) < 0;
    }

    private static Rectangle2D smaller(Rectangle2D box) {
        return new Rectangle2D.Double(box.getX() + TOUCH, box.getY() + TOUCH, box.getWidth() - 2 * TOUCH, box.getHeight() - 2 * TOUCH);
    }

    private static DoubleStream xs(Collection<Rectangle2D> shapes, ToDoubleFunction<Rectangle2D> side) {
        return shapes.stream().mapToDouble(side);
    }
}
