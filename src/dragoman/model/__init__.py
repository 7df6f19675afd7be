"""The model that ships: what one party does to another in a sentence, and who acts on whom in a passage.

Only this part loads onnxruntime. It reads text and offsets, and knows nothing of the parser or the stages.
"""
