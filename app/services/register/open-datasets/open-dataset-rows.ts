/**
 * 105 entries of a public list of open medical data sets and pretrained models, compiled in 2026: field,
 * name, modality, size, annotations, source. Names and figures are as the list gives them; what else is
 * known of an entry is for whoever uses it to find out and write down.
 */
export const openDatasetRows = `
Chest Radiology Datasets	CheXpert	Chest X-ray	224,316 images	14 pathology labels with uncertainty modeling	Stanford ML Group
Chest Radiology Datasets	MIMIC-CXR-JPG	Chest X-ray	377,110 images	Free-text reports + CheXpert-style labels	PhysioNet
Chest Radiology Datasets	NIH ChestX-ray14	Chest X-ray	112,120 images	14 disease labels, bounding boxes for 880 images	NIH Clinical Center
Chest Radiology Datasets	VinDr-CXR	Chest X-ray	18,000 images	22 lesion categories with bounding boxes from 17 radiologists	PhysioNet
Chest Radiology Datasets	PadChest	Chest X-ray	160,868 images	174 radiographic findings, 19 differential diagnoses	BIMCV
Chest Radiology Datasets	RSNA Pneumonia Detection	Chest X-ray	30,000 images	Bounding boxes for pneumonia opacities	Kaggle
Chest Radiology Datasets	LUNA16	Chest CT	888 scans	Lung nodule locations from LIDC-IDRI	Grand Challenge
Chest Radiology Datasets	LIDC-IDRI	Chest CT	1,018 scans	Multi-reader nodule annotations with malignancy ratings	TCIA
Chest Radiology Datasets	NLST (National Lung Screening Trial)	Low-dose CT	75,000+ scans	Lung cancer screening outcomes	NCI CDAS
Neuroradiology Datasets	BraTS 2023/2024	Multi-parametric MRI	2,000+ cases	Glioma segmentation (enhancing, core, whole tumor, edema)	Synapse
Neuroradiology Datasets	ADNI	MRI, PET	2,000+ subjects	Longitudinal Alzheimer’s imaging with cognitive scores	ADNI
Neuroradiology Datasets	CQ500	Head CT	491 scans	Intracranial hemorrhage, mass effect, midline shift, fractures	qure.ai
Neuroradiology Datasets	RSNA Intracranial Hemorrhage	Head CT	25,000+ exams	5 hemorrhage subtypes + normal	Kaggle
Neuroradiology Datasets	ATLAS (Anatomical Tracings of Lesions After Stroke)	T1w MRI	1,271 scans	Manual stroke lesion tracings	NITRC
Neuroradiology Datasets	OpenNeuro	MRI, EEG, MEG	900+ datasets	BIDS-formatted neuroscience datasets	openneuro.org
Neuroradiology Datasets	HCP (Human Connectome Project)	MRI (structural, functional, diffusion)	1,200 subjects	High-resolution brain connectivity maps	humanconnectome.org
Abdominal Radiology Datasets	TotalSegmentator	CT	1,204 scans	117 anatomical structures	GitHub
Abdominal Radiology Datasets	AbdomenAtlas 1.1	CT	9,262 volumes	25 organs + tumors	GitHub
Abdominal Radiology Datasets	AMOS 2022	CT + MRI	500 CT + 100 MRI	15 abdominal organs	Grand Challenge
Abdominal Radiology Datasets	LiTS	CT	201 scans	Liver + liver tumor segmentation	CodaLab
Abdominal Radiology Datasets	KiTS23	CT	599 scans	Kidney + kidney tumor segmentation	GitHub
Abdominal Radiology Datasets	BTCV (Beyond the Cranial Vault)	CT	50 scans	13 abdominal organ segmentations	Synapse
Abdominal Radiology Datasets	WORD	CT	150 scans	16 abdominal organ segmentations	GitHub
Mammography and Breast Imaging	VinDr-Mammo	Mammography	5,000 exams (20,000 images)	BI-RADS assessment + findings with bounding boxes	PhysioNet
Mammography and Breast Imaging	CBIS-DDSM	Mammography	2,620 scans	Mass and calcification annotations with pathology-confirmed labels	TCIA
Mammography and Breast Imaging	INbreast	Full-field digital mammography	410 images	Contour annotations for masses, calcifications, and distortions	INESC Porto
Mammography and Breast Imaging	RSNA Screening Mammography	Mammography	54,706 images	Cancer detection labels	Kaggle
Mammography and Breast Imaging	Duke Breast Cancer MRI	Breast MRI (DCE)	922 patients	Pre-operative MRI with clinical and genomic data	TCIA
Musculoskeletal Radiology	MURA	X-ray	40,561 images	Normal/abnormal across 7 upper extremity types	Stanford ML Group
Musculoskeletal Radiology	VerSe 2020	CT	374 scans	Vertebra segmentation and labeling	GitHub
Musculoskeletal Radiology	RSNA Cervical Spine Fracture	CT	3,000+ scans	Fracture detection and localization	Kaggle
Musculoskeletal Radiology	KneeXray (OAI)	X-ray	36,369 images	Kellgren-Lawrence osteoarthritis grading	NIH OAI
Musculoskeletal Radiology	fastMRI	MRI (knee + brain)	10,000+ volumes	Raw k-space data for accelerated MRI reconstruction	NYU fastMRI
Nuclear Medicine and PET Datasets	AutoPET	PET/CT	1,014 studies	Whole-body tumor segmentation from FDG-PET/CT	Grand Challenge
Nuclear Medicine and PET Datasets	HECKTOR	PET/CT	882 patients	Head and neck tumor segmentation and outcome prediction	Grand Challenge
Report Generation and Vision-Language Datasets	MIMIC-CXR Reports	Chest X-ray free-text reports	227,835 reports	Largest radiology report dataset; paired with images	PhysioNet
Report Generation and Vision-Language Datasets	IU X-Ray	Chest X-ray images + reports	7,470 pairs	Indiana University dataset; frequently used for report generation	Open-i
Report Generation and Vision-Language Datasets	RadNLI	Natural language inference for radiology	960 sentence pairs	Entailment, contradiction, neutral labels for report sentences	PhysioNet
Ultrasound Datasets	BUSI (Breast Ultrasound Images)	Ultrasound: Breast	780 images	Normal, benign, malignant classification + segmentation masks	Cairo University
Ultrasound Datasets	HC18	Ultrasound: Fetal head	1,334 images	Head circumference measurement in 2D ultrasound	Grand Challenge
Ultrasound Datasets	TN3K	Ultrasound: Thyroid	3,493 images	Thyroid nodule segmentation	GitHub
Ultrasound Datasets	EchoNet-Dynamic	Ultrasound: Cardiac	10,030 videos	Ejection fraction + semantic segmentations	echonet.github.io
Large-Scale Whole Slide Image Archives	TCGA (The Cancer Genome Atlas)	Whole-slide images	30,000+ diagnostic slides	33 cancer types: Slide-level diagnoses; paired genomics, transcriptomics, clinical data	GDC Portal
Large-Scale Whole Slide Image Archives	CPTAC (Clinical Proteomic Tumor Analysis)	Whole-slide images	3,500+ slides	10+ cancer types: Paired proteomics and histopathology	NCI CPTAC
Large-Scale Whole Slide Image Archives	GTEx	Whole-slide images	17,382 tissue samples	Normal tissues (54 sites): Gene expression paired with histology	gtexportal.org
Large-Scale Whole Slide Image Archives	PAIP (Pathology AI Platform)	Whole-slide images	Varies by challenge year	Liver, colon, pancreas: Tumor segmentation and viable tumor burden estimation	Grand Challenge
Breast Cancer Pathology Datasets	Camelyon16	Histology images	399 WSIs	Lymph node metastasis detection: Pixel-level metastasis annotations; landmark challenge in pathology AI	Grand Challenge
Breast Cancer Pathology Datasets	Camelyon17	Histology images	1,000 WSIs from 5 centers	Patient-level pN-staging: Multi-center extension with clinical staging	Grand Challenge
Breast Cancer Pathology Datasets	BreakHis	Histology images	9,109 microscopy images	Benign vs. malignant classification: 4 magnification levels (40x, 100x, 200x, 400x); 8 tumor subtypes	UFPR
Breast Cancer Pathology Datasets	BACH (BreAst Cancer Histology)	Histology images	400 images + 30 WSIs	4-class classification: Normal, benign, in situ carcinoma, invasive carcinoma	Grand Challenge
Breast Cancer Pathology Datasets	BRACS	Histology images	4,539 ROIs + 547 WSIs	7-class breast lesion classification: Atypical ductal hyperplasia included; region and WSI-level annotations	BRACS
Breast Cancer Pathology Datasets	TUPAC16	Histology images	821 WSIs	Mitosis detection + proliferation scoring: Mitosis annotations; tumor proliferation speed prediction	Grand Challenge
Colorectal and Gastrointestinal Pathology	NCT-CRC-HE-100K	Histology images	100,000 patches	9-class tissue classification: Adipose, background, debris, lymphocytes, mucus, smooth muscle, normal mucosa, cancer stroma, tumor epithelium	Zenodo
Colorectal and Gastrointestinal Pathology	GlaS (Gland Segmentation)	Histology images	165 images	Gland instance segmentation: Pixel-level gland boundaries in colon adenocarcinoma	TIA Warwick
Colorectal and Gastrointestinal Pathology	DigestPath 2019	Histology images	872 images	Signet ring cell detection + colonoscopy tissue segmentation: Cell-level and tissue-level annotations	Grand Challenge
Colorectal and Gastrointestinal Pathology	CRAG	Histology images	213 images	Colorectal adenocarcinoma gland segmentation: Instance-level gland segmentation with grading	TIA Warwick
Cell Detection and Segmentation Datasets	PanNuke	Histology images	7,901 patches from 19 tissue types	Nuclei instance segmentation: 5 nuclei types: neoplastic, inflammatory, connective, dead, epithelial	TIA Warwick
Cell Detection and Segmentation Datasets	CoNSeP	Histology images	41 H&E image tiles	Nuclei segmentation and classification: 24,319 annotated nuclei with 7 cell types	TIA Warwick
Cell Detection and Segmentation Datasets	MoNuSeg	Histology images	44 H&E images from 7 organs	Nuclear segmentation: 21,623 manually annotated nuclear boundaries	Grand Challenge
Cell Detection and Segmentation Datasets	Lizard	Histology images	291 H&E patches	Nuclear instance segmentation: 495,179 nuclei labeled into 6 classes across colon tissue	TIA Warwick
Cell Detection and Segmentation Datasets	NuCLS	Histology images	1,744 ROIs from breast cancer	Nuclear classification: 220,000+ nuclei with 13 cell type labels	NuCLS
Prostate and Kidney Pathology	PANDA (Prostate Cancer Grade Assessment)	Histology images	10,616 WSIs	Gleason grading: Slide-level ISUP grades from 2 European centers; largest prostate pathology dataset	Kaggle
Prostate and Kidney Pathology	SICAPv2	Histology images	18,783 patches from 155 WSIs	Gleason pattern classification: Patch-level Gleason pattern (3, 4, 5) and non-cancerous annotations	Mendeley Data
Prostate and Kidney Pathology	HuBMAP Kidney	Histology images	20 WSIs	Functional tissue unit segmentation: Glomeruli and tubule segmentation in PAS-stained kidney	Kaggle
Foundation Models and Pretrained Weights	UNI	Pretrained model: ViT-Large	100M+ patches from 100K+ WSIs	General-purpose pathology feature extractor; state-of-the-art on 34 benchmarks	GitHub
Foundation Models and Pretrained Weights	CONCH	Pretrained model: Vision-Language	1.17M image-text pairs	Contrastive learning from pathology images and captions	GitHub
Foundation Models and Pretrained Weights	CTransPath	Pretrained model: Swin Transformer	15M patches from 30K+ slides	Semantically relevant contrastive learning for histopathology	GitHub
Foundation Models and Pretrained Weights	Phikon	Pretrained model: ViT-Base	TCGA + CPTAC slides	Self-supervised pathology model from Owkin	Hugging Face
Foundation Models and Pretrained Weights	HoverNet	Pretrained model: Custom encoder-decoder	PanNuke + CoNSeP	Simultaneous nuclei segmentation and classification	GitHub
Multi-Modal and General Purpose Datasets	Medical Segmentation Decathlon	CT, MRI	2,633 scans across 10 tasks	Expert segmentations for liver, brain, hippocampus, lung, prostate, cardiac, pancreas, colon, hepatic vessels, spleen	medicaldecathlon.com
Multi-Modal and General Purpose Datasets	The Cancer Imaging Archive (TCIA)	CT, MRI, PET, Pathology	100M+ images across 150+ collections	Varies by collection — segmentations, clinical data, genomics	cancerimagingarchive.net
Multi-Modal and General Purpose Datasets	Grand Challenge Datasets	Multiple	Varies per challenge	Challenge-specific expert annotations	grand-challenge.org
Multi-Modal and General Purpose Datasets	AMOS 2022	CT, MRI	500 CT + 100 MRI scans	15 abdominal organ segmentations	amos22.grand-challenge.org
Multi-Modal and General Purpose Datasets	TotalSegmentator	CT	1,204 CT scans	117 anatomical structures segmented	GitHub
Multi-Modal and General Purpose Datasets	AbdomenAtlas 1.1	CT	9,262 CT volumes	25 organ + tumor annotations	GitHub
Chest and Lung Imaging Datasets	CheXpert	Chest X-ray	224,316 images from 65,240 patients	14 pathology labels with uncertainty annotations	Stanford ML Group
Chest and Lung Imaging Datasets	MIMIC-CXR	Chest X-ray	377,110 images from 65,379 patients	Free-text radiology reports + NLP-extracted labels	PhysioNet
Chest and Lung Imaging Datasets	NIH ChestX-ray14	Chest X-ray	112,120 images from 30,805 patients	14 disease labels (NLP-mined)	NIH Clinical Center
Chest and Lung Imaging Datasets	PadChest	Chest X-ray	160,868 images from 67,625 patients	174 radiographic findings, 19 differential diagnoses	BIMCV
Chest and Lung Imaging Datasets	VinDr-CXR	Chest X-ray	18,000 images	22 local lesion labels + 6 global disease labels	PhysioNet
Chest and Lung Imaging Datasets	LUNA16	Chest CT	888 CT scans	Lung nodule annotations from LIDC-IDRI	Grand Challenge
Chest and Lung Imaging Datasets	COVID-CT	Chest CT	349 COVID-19+ and 397 non-COVID CT slices	Binary COVID classification	GitHub
Chest and Lung Imaging Datasets	RSNA Pneumonia Detection	Chest X-ray	30,000 frontal chest X-rays	Bounding boxes for pneumonia opacities	Kaggle
Brain and Neuroimaging Datasets	BraTS (Brain Tumor Segmentation)	MRI	2,000+ multi-modal MRI scans	Expert glioma segmentations (enhancing, core, whole)	Synapse
Brain and Neuroimaging Datasets	ADNI (Alzheimer’s Disease Neuroimaging)	MRI, PET	2,000+ subjects longitudinal	Clinical assessments, biomarkers, cognitive scores	ADNI
Brain and Neuroimaging Datasets	IXI Dataset	MRI (T1, T2, PD, MRA, DTI)	600 healthy subjects	Multi-sequence brain MRI from 3 hospitals	brain-development.org
Brain and Neuroimaging Datasets	OASIS-3	MRI, PET	1,378 subjects, 2,842 MRI sessions	Longitudinal Alzheimer’s + aging data	oasis-brains.org
Brain and Neuroimaging Datasets	ISLES (Ischemic Stroke Lesion)	MRI	400+ stroke cases	Stroke lesion segmentations	isles-challenge.org
Brain and Neuroimaging Datasets	FastSurfer / FreeSurfer Datasets	MRI	Varies	Cortical parcellations and volumetrics	GitHub
Cardiac Imaging Datasets	ACDC (Automated Cardiac Diagnosis)	Cardiac MRI	150 patients (5 subgroups)	LV, RV, myocardium segmentations	CREATIS
Cardiac Imaging Datasets	M&Ms (Multi-Centre Multi-Vendor)	Cardiac MRI	375 patients from 6 centers	Cardiac structure segmentations across vendors	ub.edu
Cardiac Imaging Datasets	EchoNet-Dynamic	Echocardiography	10,030 echo videos	Ejection fraction labels, semantic segmentations	echonet.github.io
Cardiac Imaging Datasets	CAMUS	2D Echocardiography	500 patients	LV endocardium, epicardium, LA segmentations	CREATIS
Abdominal and Gastrointestinal Imaging	LiTS (Liver Tumor Segmentation)	CT	201 CT scans	Liver and liver tumor segmentations	CodaLab
Abdominal and Gastrointestinal Imaging	KiTS (Kidney Tumor Segmentation)	CT	599 CT scans	Kidney and kidney tumor segmentations	GitHub
Abdominal and Gastrointestinal Imaging	Kvasir-SEG	Endoscopy	1,000 polyp images	Polyp segmentation masks	Simula
Abdominal and Gastrointestinal Imaging	CT-ORG	CT	140 CT scans	6 organ segmentations (liver, lungs, bladder, kidney, bones, brain)	TCIA
Ophthalmology and Retinal Imaging	DRIVE	Fundus Photography	40 retinal images	Vessel segmentation masks	Grand Challenge
Ophthalmology and Retinal Imaging	MESSIDOR-2	Fundus Photography	1,748 images	Diabetic retinopathy grading	ADCIS
Ophthalmology and Retinal Imaging	EyePACS	Fundus Photography	88,702 images	5-class diabetic retinopathy severity	Kaggle
Ophthalmology and Retinal Imaging	REFUGE	Fundus Photography	1,200 images	Glaucoma classification, optic disc/cup segmentation	Grand Challenge
Ophthalmology and Retinal Imaging	OCTID	OCT	500 images	Retinal disease classifications	Scholars Portal
Musculoskeletal Imaging	MURA	X-ray	40,561 musculoskeletal radiographs	Normal/abnormal binary labels across 7 body parts	Stanford ML Group
Musculoskeletal Imaging	VerSe	CT	374 CT scans	Vertebra segmentation and labeling	GitHub
Musculoskeletal Imaging	OAI (Osteoarthritis Initiative)	MRI, X-ray	4,796 subjects	Longitudinal knee imaging with clinical outcomes	NIH
`;
